package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the YAML itself.
 *
 * @param rule the id: {@code yaml-syntax}, {@code yaml-duplicate-key} or {@code input-too-large}
 * @param message one sentence, lower-case start, no full stop
 * @param file the file
 * @param start the offset where it is
 * @param end the offset after it
 * @param relatedStart the offset of a second place, such as the first of two equal keys; -1 if none
 * @param relatedEnd the offset after the second place; -1 if none
 * @param relatedMessage what the second place is; null if none
 * @param help what to do about it; null if there is nothing to say
 */
public record YamlProblem(
    String rule,
    String message,
    SourceFile file,
    int start,
    int end,
    int relatedStart,
    int relatedEnd,
    @Nullable String relatedMessage,
    @Nullable String help) {
  /** The rule on keys that stand twice in a mapping: of all problems only this one lets the rest be read. */
  public static final String DUPLICATE_KEY = "yaml-duplicate-key";
}
