package dev.meshlint.core.model;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.ScalarPlaces;
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
    implements Located {
  /**
   * A piece of a text.
   *
   * @param text the text
   * @param places where its characters lie
   * @param from the offset in the text of the first character
   * @param to the offset in the text after the last one
   */
  public static TextPart of(Text text, ScalarPlaces places, int from, int to) {
    int start = places.start(from);
    return new TextPart(text.resource(), text.node(), start, Math.max(start, places.end(to)));
  }
}
