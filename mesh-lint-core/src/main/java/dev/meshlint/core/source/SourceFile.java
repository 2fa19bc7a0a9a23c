package dev.meshlint.core.source;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of one file and the places in it.
 *
 * <p>Offsets count UTF-16 code units from 0; lines and columns count from 1, columns in UTF-16 code units as SARIF and
 * editors do by default. The table of line starts is made when the first place is asked for: few files have findings.
 *
 * <p>Immutable to its users and safe for use by several threads.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final @Nullable Source source;
  private int @Nullable [] lineStarts;

  /**
   * Makes a file from its decoded text.
   *
   * @param name the name shown to people: relative to the working directory, with forward slashes
   * @param text the text without byte order mark
   */
  public SourceFile(String name, String text) {
    this.name = Objects.requireNonNull(name);
    this.text = Objects.requireNonNull(text);
    this.source = null;
  }

  /** Makes a file from what was read of a source, without byte order mark. */
  SourceFile(Source source, String text) {
    this.name = source.name();
    this.text = text;
    this.source = source;
  }

  /** What it was read from; null for a text that was not looked for, such as the configuration. */
  public @Nullable Source source() {
    return source;
  }

  /** The name shown to people: relative to the working directory, with forward slashes. */
  public String name() {
    return name;
  }

  /** The folder part of {@link #name()}, without a slash at its end; empty for a file at the top. */
  public String folder() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /** The whole text, without byte order mark. */
  public String text() {
    return text;
  }

  /** The number of lines; a text that ends with a line break has no further, empty line. */
  public int lineCount() {
    int[] starts = lineStarts();
    int last = starts.length - 1;
    return last > 0 && starts[last] == text.length() ? last : starts.length;
  }

  /** The line, from 1, that holds the character at this offset; offsets past the end belong to the last line. */
  public int line(int offset) {
    int at = Arrays.binarySearch(lineStarts(), offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The column, from 1, in UTF-16 code units. */
  public int column(int offset) {
    return offset - lineStarts()[line(offset) - 1] + 1;
  }

  /** The offset of the first character of a line, counted from 1. */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** The text of a line, counted from 1, without its line break. */
  public String lineText(int line) {
    return text.substring(lineStart(line), lineEnd(line));
  }

  /** The offset after the last character of a line, counted from 1, without its line break. */
  public int lineEnd(int line) {
    int[] starts = lineStarts();
    int end = line < starts.length ? starts[line] : text.length();
    int start = starts[line - 1];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = findLineStarts(text);
      lineStarts = known;
    }
    return known;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
