package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlScalar.Style;
import java.util.Arrays;

/**
 * Where the characters of a scalar's text lie in the file: exact to the character whether the scalar is plain, quoted, in
 * one line or folded over several. Only where the text was made from escapes other than those of quotes and backslashes does
 * everything lie in the scalar as a whole. Immutable.
 */
public final class ScalarPlaces {
  private final YamlScalar scalar;
  private final String file;
  private final boolean folded;
  private int[] textStarts = new int[8];
  private int[] fileStarts = new int[8];
  private int count;
  private int end;

  private ScalarPlaces(YamlScalar scalar) {
    this.scalar = scalar;
    this.file = scalar.file().text();
    this.folded = scalar.style() == Style.DOUBLE_QUOTED;
    if (!align()) {
      count = 0;
    }
  }

  /** The places of this scalar, found in time linear in its length. */
  public static ScalarPlaces of(YamlScalar scalar) {
    return new ScalarPlaces(scalar);
  }

  /** The scalar. */
  public YamlScalar scalar() {
    return scalar;
  }

  /** The offset in the file of the character at an offset of the text. */
  public int start(int offset) {
    if (count == 0) {
      return scalar.start();
    }
    int run = run(offset);
    int last = run + 1 < count ? textStarts[run + 1] : scalar.text().length();
    int inRun = Math.min(offset, last) - textStarts[run];
    return Math.min(fileStarts[run] + inRun, run + 1 < count ? fileStarts[run + 1] : end);
  }

  /** The offset in the file after the character before an offset of the text. */
  public int end(int offset) {
    if (count == 0) {
      return scalar.end();
    }
    return offset == 0 ? start(0) : Math.min(start(offset - 1) + 1, end);
  }

  /** Whether a piece of the text stands in the file as it is, so that it may be edited there. */
  public boolean isVerbatim(int from, int to) {
    return count > 0
        && !scalar.shared()
        && end(to) - start(from) == to - from
        && file.startsWith(scalar.text().substring(from, to), start(from));
  }

  private int run(int offset) {
    int found = Arrays.binarySearch(textStarts, 0, count, offset);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** Finds the words of the text in the file; blanks and line breaks between them may differ. */
  private boolean align() {
    String text = scalar.text();
    int at = contentStart();
    int i = 0;
    while (true) {
      i = skipSpace(text, i, false);
      if (i == text.length()) {
        break;
      }
      at = skipSpace(file, at, folded);
      add(i, at);
      while (i < text.length() && !isSpace(text.charAt(i))) {
        int length = lengthOf(text.charAt(i), at);
        if (length == 0) {
          return false;
        }
        at += length;
        i++;
        if (length > 1 && i < text.length() && !isSpace(text.charAt(i))) {
          add(i, at);
        }
      }
    }
    end = at;
    return true;
  }

  private int contentStart() {
    return switch (scalar.style()) {
      case PLAIN -> scalar.start();
      case SINGLE_QUOTED, DOUBLE_QUOTED -> scalar.start() + 1;
      case LITERAL, FOLDED -> Lines.nextLine(file, scalar.start());
    };
  }

  /** How many characters of the file stand for a character of the text; 0 if it is another one. */
  private int lengthOf(char c, int at) {
    if (at >= scalar.end()) {
      return 0;
    }
    char escape =
        switch (scalar.style()) {
          case SINGLE_QUOTED -> '\'';
          case DOUBLE_QUOTED -> '\\';
          default -> 0;
        };
    if (escape != 0 && file.charAt(at) == escape) {
      return at + 1 < scalar.end() && file.charAt(at + 1) == c && (c == '"' || c == escape) ? 2 : 0;
    }
    return file.charAt(at) == c ? 1 : 0;
  }

  private int skipSpace(String of, int from, boolean escapes) {
    int at = from;
    while (at < of.length()) {
      if (isSpace(of.charAt(at))) {
        at++;
      } else if (escapes && of.charAt(at) == '\\' && isEscapedSpace(of, at + 1)) {
        at += 2;
      } else {
        return at;
      }
    }
    return at;
  }

  private static boolean isEscapedSpace(String of, int at) {
    return at < of.length() && " nrt\n\r".indexOf(of.charAt(at)) >= 0;
  }

  private static boolean isSpace(char c) {
    return Lines.isBlank(c) || Lines.isBreak(c);
  }

  private void add(int text, int place) {
    if (count == textStarts.length) {
      textStarts = Arrays.copyOf(textStarts, count * 2);
      fileStarts = Arrays.copyOf(fileStarts, count * 2);
    }
    textStarts[count] = text;
    fileStarts[count++] = place;
  }
}
