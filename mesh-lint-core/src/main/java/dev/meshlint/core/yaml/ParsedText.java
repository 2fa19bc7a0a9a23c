package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;

/**
 * A text to parse.
 *
 * @param file the file that nodes and problems belong to
 * @param text the text: that of the file, or of a scalar in it
 * @param places where the text lies in the file
 * @param limits the bounds
 */
record ParsedText(SourceFile file, String text, PlaceMap places, YamlLimits limits) {}
