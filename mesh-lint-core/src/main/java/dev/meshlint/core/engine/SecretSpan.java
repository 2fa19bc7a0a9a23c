package dev.meshlint.core.engine;

import java.util.List;

/**
 * A piece of a file that may not be shown.
 *
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param values the texts that would give it away: as written, as read, and decoded
 */
public record SecretSpan(int start, int end, List<String> values) {
  /** Makes the list unmodifiable. */
  public SecretSpan {
    values = List.copyOf(values);
  }
}
