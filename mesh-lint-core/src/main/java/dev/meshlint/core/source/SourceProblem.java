package dev.meshlint.core.source;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a file before it is YAML.
 *
 * @param rule the id: {@code input-unreadable} or {@code input-too-large}
 * @param message one sentence, lower-case start, no full stop
 * @param file the file; without text where nothing could be read
 * @param start the offset where it is
 * @param end the offset after it
 * @param help what to do about it; null if there is nothing to say
 */
public record SourceProblem(
    String rule, String message, SourceFile file, int start, int end, @Nullable String help) {
  /** The id of findings about text that is no text. */
  public static final String UNREADABLE = "input-unreadable";

  /** The id of findings about input that is larger than the limits. */
  public static final String TOO_LARGE = "input-too-large";
}
