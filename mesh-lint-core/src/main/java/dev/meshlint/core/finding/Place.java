package dev.meshlint.core.finding;

import dev.meshlint.core.source.SourceFile;
import org.jspecify.annotations.Nullable;

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

  // By hand, as hashCode: what a record generates is linked at run time, which every run pays for.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Place other
        && file == other.file
        && start == other.start
        && end == other.end;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * System.identityHashCode(file) + start) + end;
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
