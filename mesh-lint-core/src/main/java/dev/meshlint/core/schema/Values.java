package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;

/** Values and names as messages show them. */
final class Values {
  private static final int LONG = 60;

  private Values() {}

  static String quote(String text) {
    return '"' + shorten(text) + '"';
  }

  /** The text on one line and not endless. */
  static String shorten(String text) {
    String line = text;
    int end = text.indexOf('\n');
    if (end >= 0) {
      line = text.substring(0, end) + "…";
    }
    return line.length() <= LONG ? line : line.substring(0, LONG - 1) + "…";
  }

  /** {@code "a", "b" or "c"}; the middle of a very long list is left out. */
  static String choice(List<String> values) {
    StringBuilder text = new StringBuilder();
    int size = values.size();
    for (int i = 0; i < size; i++) {
      if (size > 20 && i == 16) {
        return text + " …";
      }
      text.append(i == 0 ? "" : i == size - 1 ? " or " : ", ").append(quote(values.get(i)));
    }
    return text.toString();
  }

  /** {@code "a", "b" and "c"}. */
  static String all(List<String> values) {
    StringBuilder text = new StringBuilder();
    int size = values.size();
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : i == size - 1 ? " and " : ", ").append(quote(values.get(i)));
    }
    return text.toString();
  }

  /** What a node is, in the words of messages. */
  static String typeName(YamlNode node) {
    if (node instanceof YamlMapping) {
      return "an object";
    }
    if (node instanceof YamlSequence) {
      return "a list";
    }
    return switch (((YamlScalar) node).type()) {
      case STRING -> "text";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
    };
  }

  /** What a shape wants, in the words of messages. */
  static String typeName(Shape shape) {
    int types = shape.types;
    if ((types & Shape.OBJECT) != 0) {
      return "an object";
    }
    if ((types & Shape.LIST) != 0) {
      return "a list";
    }
    if (types == (Shape.STRING | Shape.INTEGER)) {
      return "text or a whole number";
    }
    return (types & Shape.STRING) != 0
        ? "text"
        : (types & Shape.BOOLEAN) != 0
            ? "true or false"
            : (types & Shape.NUMBER) != 0 ? "a number" : "a whole number";
  }
}
