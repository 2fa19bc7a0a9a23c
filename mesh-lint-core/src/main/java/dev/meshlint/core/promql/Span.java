package dev.meshlint.core.promql;

/**
 * A piece of the text of an expression.
 *
 * @param start the offset of its first character
 * @param end the offset after its last one
 */
public record Span(int start, int end) {
  Span to(Span other) {
    return new Span(start, other.end);
  }
}
