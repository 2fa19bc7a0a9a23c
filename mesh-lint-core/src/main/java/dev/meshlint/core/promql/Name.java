package dev.meshlint.core.promql;

/**
 * The name of a metric, a label or a function, where it is written.
 *
 * @param text the name, without quotes
 * @param span where it stands, with its quotes
 */
public record Name(String text, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
