package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlScalar.Style;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of a scalar lies in the file.
 *
 * <p>Exact for literal blocks, line by line, and for quoted text on one line without escapes; where the text was changed
 * in reading (folded lines, escapes), as exact as {@link ScalarPlaces} are.
 */
final class EmbeddedPlaces implements PlaceMap {
  /** A line break to the engine in block scalars, but not to us. */
  private static final char NEXT_LINE = 0x85;

  private final YamlScalar scalar;
  private final int[] textStarts;
  private final int[] fileStarts;
  private final boolean exact;

  /** Places of single words; null where those of lines are known. */
  private final @Nullable ScalarPlaces words;

  private EmbeddedPlaces(YamlScalar scalar, int[] textStarts, int[] fileStarts, boolean exact) {
    this.scalar = scalar;
    this.textStarts = textStarts;
    this.fileStarts = fileStarts;
    this.exact = exact;
    this.words = textStarts.length == 0 ? ScalarPlaces.of(scalar) : null;
  }

  static EmbeddedPlaces of(YamlScalar scalar) {
    EmbeddedPlaces places = scalar.style() == Style.LITERAL ? literal(scalar) : oneLine(scalar);
    return places == null ? new EmbeddedPlaces(scalar, new int[0], new int[0], false) : places;
  }

  private static @Nullable EmbeddedPlaces oneLine(YamlScalar scalar) {
    String text = scalar.text();
    int quote = scalar.style() == Style.PLAIN ? 0 : 1;
    boolean same =
        scalar.end() - scalar.start() == text.length() + 2 * quote
            && scalar.file().text().startsWith(text, scalar.start() + quote);
    return same
        ? new EmbeddedPlaces(scalar, new int[] {0}, new int[] {scalar.start() + quote}, false)
        : null;
  }

  /** Every line of the text is the end of a line of the file, whatever the indentation before it. */
  private static @Nullable EmbeddedPlaces literal(YamlScalar scalar) {
    String text = scalar.text();
    String fileText = scalar.file().text();
    if (fileText.substring(scalar.start(), scalar.end()).indexOf(NEXT_LINE) >= 0) {
      return null;
    }
    int[] textStarts = new int[16];
    int[] fileStarts = new int[16];
    int count = 0;
    int at = 0;
    int line = Lines.nextLine(fileText, scalar.start());
    while (at < text.length() && line < scalar.end()) {
      int end = Lines.lineEnd(text, at);
      int fileStart = Lines.lineEnd(fileText, line) - (end - at);
      if (fileStart < line || !fileText.regionMatches(fileStart, text, at, end - at)) {
        return null;
      }
      if (count == textStarts.length) {
        textStarts = Arrays.copyOf(textStarts, count * 2);
        fileStarts = Arrays.copyOf(fileStarts, count * 2);
      }
      textStarts[count] = at;
      fileStarts[count++] = fileStart;
      at = Lines.nextLine(text, at);
      line = Lines.nextLine(fileText, line);
    }
    return new EmbeddedPlaces(
        scalar,
        Arrays.copyOf(textStarts, count),
        Arrays.copyOf(fileStarts, count),
        !scalar.shared());
  }

  @Override
  public int start(int offset) {
    if (words != null) {
      return words.start(offset);
    }
    int found = Arrays.binarySearch(textStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return Math.min(fileStarts[line] + offset - textStarts[line], scalar.end());
  }

  @Override
  public int end(int offset) {
    if (words != null) {
      return words.end(offset);
    }
    return offset == 0 ? start(0) : Math.min(start(offset - 1) + 1, scalar.end());
  }

  @Override
  public boolean exact() {
    return exact;
  }
}
