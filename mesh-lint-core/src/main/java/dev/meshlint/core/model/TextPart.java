package dev.meshlint.core.model;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlScalar;

/**
 * A piece of a scalar's text.
 *
 * @param resource the resource that holds it
 * @param node the scalar
 * @param startOffset the offset in the file of its first character
 * @param endOffset the offset in the file after its last one
 */
public record TextPart(Resource resource, YamlScalar node, int startOffset, int endOffset)
    implements Located {}
