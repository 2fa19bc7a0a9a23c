package dev.meshlint.core.finding;

import dev.meshlint.core.source.SourceFile;

/**
 * A piece of a file.
 *
 * @param file the file
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record Place(SourceFile file, int start, int end) implements Comparable<Place> {
  /** The line, from 1, of the first character. */
  public int line() {
    return file.line(start);
  }

  /** The column, from 1, of the first character, in UTF-16 code units. */
  public int column() {
    return file.column(start);
  }

  /** The line, from 1, of the position after the last character. */
  public int endLine() {
    return file.line(end);
  }

  /** The column, from 1, after the last character, in UTF-16 code units. */
  public int endColumn() {
    return file.column(end);
  }

  /** By file name, then by offset. */
  @Override
  public int compareTo(Place other) {
    int byFile = file.name().compareTo(other.file.name());
    if (byFile != 0) {
      return byFile;
    }
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
