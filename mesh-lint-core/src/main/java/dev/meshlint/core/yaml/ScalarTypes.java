package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlScalar.Style;
import dev.meshlint.core.yaml.YamlScalar.Type;
import org.jspecify.annotations.Nullable;

/**
 * Scalar resolution of the Kubernetes API server: sigs.k8s.io/yaml, which decodes with its fork of go-yaml v2 and turns
 * the result into JSON.
 *
 * <p>That is YAML 1.1 with exceptions: numbers in base 60 are text, so are dates, and {@code y} and {@code n} are
 * booleans. A float without a fraction is a whole number in JSON, and so it is here: {@code 1e3} and {@code 8080.0} may
 * stand where a whole number is asked for. All of it was found by running that library.
 */
final class ScalarTypes {
  private static final String STANDARD = "tag:yaml.org,2002:";

  private ScalarTypes() {}

  static Type of(String text, Style style, @Nullable String tag) {
    if (tag == null) {
      return style == Style.PLAIN ? ofPlain(text) : Type.STRING;
    }
    if (!tag.startsWith(STANDARD)) {
      return Type.STRING;
    }
    return switch (tag.substring(STANDARD.length())) {
      case "bool" -> only(Type.BOOLEAN, text);
      case "null" -> only(Type.NULL, text);
      case "int" -> NumberText.isFloat(text) ? Type.STRING : only(Type.INTEGER, text);
      case "float" -> NumberText.type(text);
      default -> Type.STRING;
    };
  }

  /** The API server refuses a text that is not of the type that its tag says: then it is left as text. */
  private static Type only(Type type, String text) {
    return ofPlain(text) == type ? type : Type.STRING;
  }

  private static Type ofPlain(String text) {
    if (text.isEmpty()) {
      return Type.NULL;
    }
    char first = text.charAt(0);
    if ((first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.') {
      return NumberText.type(text);
    }
    if (text.length() > 5) {
      return Type.STRING;
    }
    return switch (text) {
      case "~", "null", "Null", "NULL" -> Type.NULL;
      default -> bool(text) == null ? Type.STRING : Type.BOOLEAN;
    };
  }

  /** The truth value of a word, or null for a word that has none. */
  static @Nullable Boolean bool(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> true;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> false;
      default -> null;
    };
  }
}
