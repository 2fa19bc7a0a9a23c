package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Style;
import java.util.List;

/** Fixes that put quotes around a scalar or take them away. */
final class Quoting {
  private Quoting() {}

  /** Puts quotes around a plain scalar, as it is written. */
  static List<Fix> quote(YamlScalar scalar) {
    String written = scalar.file().text().substring(scalar.start(), scalar.end());
    if (scalar.style() != Style.PLAIN || !written.equals(scalar.text()) || written.isEmpty()) {
      return List.of();
    }
    return Problems.replace(scalar, '"' + written + '"', "quote the value", true);
  }

  /** Makes a text that stands in one line the only item of a list. */
  static List<Fix> list(YamlScalar scalar) {
    String written = scalar.file().text().substring(scalar.start(), scalar.end());
    boolean plain = scalar.style() == Style.PLAIN;
    if (written.isEmpty()
        || written.indexOf('\n') >= 0
        || plain && (!written.equals(scalar.text()) || hasMarks(written, "\"\\"))
        || scalar.style() == Style.LITERAL
        || scalar.style() == Style.FOLDED) {
      return List.of();
    }
    String item = plain && hasMarks(written, ",[]{}") ? '"' + written + '"' : written;
    return Problems.replace(scalar, '[' + item + ']', "make it a list", true);
  }

  private static boolean hasMarks(String text, String marks) {
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Takes the quotes from a scalar whose text is a number or a boolean. */
  static List<Fix> unquote(YamlScalar scalar) {
    return scalar.style() == Style.SINGLE_QUOTED || scalar.style() == Style.DOUBLE_QUOTED
        ? Problems.replace(scalar, scalar.text(), "remove the quotes", true)
        : List.of();
  }
}
