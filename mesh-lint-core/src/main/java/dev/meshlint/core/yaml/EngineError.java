package dev.meshlint.core.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What the engine says about a syntax error, with offsets of the text.
 *
 * @param text the text that was parsed
 * @param documentStart where the failed document starts, at most
 * @param problem what is wrong, in the engine's words
 * @param context what the engine was doing; empty if it does not say
 * @param at where it noticed
 * @param contextAt where that what it was doing began; the same as {@code at} if it does not say
 * @param bracket the start of the innermost flow collection that was open; -1 if there is none
 * @param lastStart the start of the last scalar that was read before; -1 if there is none
 * @param lastEnd its end
 */
record EngineError(
    String text,
    int documentStart,
    String problem,
    String context,
    int at,
    int contextAt,
    int bracket,
    int lastStart,
    int lastEnd) {

  static EngineError of(
      String text,
      int documentStart,
      CodePoints codePoints,
      MarkedYamlEngineException failure,
      TreeBuilder builder) {
    int at = offset(text, codePoints, failure.getProblemMark(), documentStart);
    return new EngineError(
        text,
        Math.min(documentStart, at),
        orEmpty(failure.getProblem()),
        orEmpty(failure.getContext()),
        at,
        offset(text, codePoints, failure.getContextMark(), at),
        builder.openBracket(),
        builder.lastStart(),
        builder.lastEnd());
  }

  private static int offset(
      String text, CodePoints codePoints, Optional<Mark> mark, int otherwise) {
    int offset = mark.isPresent() ? codePoints.offset(mark.get().getIndex()) : otherwise;
    return Math.min(offset, text.length());
  }

  private static String orEmpty(@Nullable String words) {
    return words == null ? "" : words;
  }

  boolean says(String words) {
    return problem.contains(words);
  }

  boolean during(String words) {
    return context.contains(words);
  }

  /** The character where the error was noticed; a line break at the end of the text. */
  char character() {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  int lineStart() {
    return Lines.lineStart(text, at);
  }

  /** The offset of the first character of the line of {@code at} that is no blank. */
  int contentStart() {
    return Lines.skipBlanks(text, lineStart());
  }

  boolean firstInLine() {
    return contentStart() >= at;
  }

  boolean sameLine(int offset) {
    return Lines.lineStart(text, offset) == lineStart();
  }
}
