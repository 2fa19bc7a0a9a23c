package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * A text to parse.
 *
 * @param file the file that nodes and problems belong to
 * @param text the text: that of the file, or of a scalar in it
 * @param places where the text lies in the file
 * @param limits the bounds
 * @param names strings that were seen before
 */
record ParsedText(SourceFile file, String text, PlaceMap places, YamlLimits limits, Names names) {
  /** A problem with a piece of the text. */
  YamlProblem problem(String rule, String message, int start, int end, @Nullable String help) {
    int first = places.start(start);
    int last = Math.max(first, places.end(end));
    return new YamlProblem(rule, message, file, first, last, -1, -1, null, help);
  }
}
