package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of the wrong type, and what YAML has to do with them. */
final class WrongTypes {
  private final Problems problems;

  WrongTypes(Problems problems) {
    this.problems = problems;
  }

  static boolean fits(Shape shape, YamlScalar scalar) {
    return switch (scalar.type()) {
      case STRING -> shape.allows(Shape.STRING);
      case INTEGER -> shape.allows(Shape.INTEGER) || shape.allows(Shape.NUMBER);
      case NUMBER -> shape.allows(Shape.NUMBER) || shape.allows(Shape.INTEGER) && isWhole(scalar);
      case BOOLEAN -> shape.allows(Shape.BOOLEAN);
      case NULL -> true;
    };
  }

  private static boolean isWhole(YamlScalar scalar) {
    Double number = Numbers.parse(scalar.text());
    return number != null && number == Math.rint(number);
  }

  /** Reports a value of another type than the shape has. */
  void report(Shape shape, YamlNode node, String name) {
    String want = Values.typeName(shape);
    String message = Values.quote(name) + " must be " + want + ", not " + Values.typeName(node);
    String help = null;
    List<Fix> fixes = List.of();
    if (node instanceof YamlScalar scalar) {
      if (shape.allows(Shape.STRING) && scalar.type() != Type.STRING) {
        message =
            Values.quote(name)
                + " must be text: "
                + scalar.text()
                + " without quotes is "
                + Values.typeName(node);
        String better = shape.format == null ? null : Repairs.repair(shape.format, scalar.text());
        boolean quotingHelps =
            (shape.format == null || Formats.problem(shape.format, scalar.text()) == null)
                && (shape.allowed == null || Arrays.asList(shape.allowed).contains(scalar.text()));
        if (quotingHelps) {
          help = "quote it: \"" + scalar.text() + '"';
          fixes = Quoting.quote(scalar);
        } else if (better != null) {
          help = "did you mean " + Values.quote(better) + "?";
        } else if (shape.allowed != null) {
          help = "allowed are " + Values.choice(Arrays.asList(shape.allowed));
        } else if (shape.format != null) {
          help = "write " + shape.format.says();
        }
      } else if (scalar.type() == Type.STRING && readsAs(shape, scalar.text())) {
        help = "write it without quotes: " + scalar.text();
        fixes = Quoting.unquote(scalar);
      } else {
        message = message + ": " + Values.quote(scalar.text());
        if (shape.items != null && UnknownFields.fits(shape.items, scalar)) {
          fixes = Quoting.list(scalar);
          help =
              fixes.isEmpty() ? null : "write it as a list: " + fixes.get(0).edits().get(0).text();
        } else {
          help = below(shape, scalar.text());
        }
      }
    }
    problems.invalid(Rules.WRONG_TYPE, null, node, message, help, fixes);
  }

  /** Says in which field of an object a value belongs; null where none or several have it. */
  private static @Nullable String below(Shape shape, String text) {
    String only = null;
    for (int i = 0; i < shape.names.length; i++) {
      String[] allowed = shape.fields[i].allowed;
      if (allowed != null && Arrays.asList(allowed).contains(text)) {
        if (only != null) {
          return null;
        }
        only = shape.names[i];
      }
    }
    return only == null ? null : "it belongs one level down, to " + Values.quote(only);
  }

  /** Whether the text is a number that the shape wants. */
  static boolean isNumberInQuotes(Shape shape, YamlScalar scalar) {
    return scalar.type() == Type.STRING
        && !shape.allows(Shape.BOOLEAN)
        && readsAs(shape, scalar.text());
  }

  /** Whether the text without quotes is what the shape wants. */
  private static boolean readsAs(Shape shape, String text) {
    if (shape.allows(Shape.BOOLEAN)) {
      return text.equals("true") || text.equals("false");
    }
    Double number = Numbers.parse(text);
    return number != null
        && (shape.allows(Shape.NUMBER)
            || shape.allows(Shape.INTEGER) && number == Math.rint(number));
  }

  /**
   * Reports null as the value of a map: the API server drops such an entry of a custom resource, and takes it for empty text
   * elsewhere.
   */
  void reportNullEntry(YamlNode node, String name) {
    problems.report(
        Rules.WRONG_TYPE,
        "warning",
        node,
        Values.quote(name) + " has no value: the API server drops it, or takes it for \"\"");
  }

  /** Reports null among the items of a list, where it does not count as absent. */
  void reportNull(Shape shape, YamlNode node, String name) {
    problems.report(
        Rules.WRONG_TYPE,
        null,
        node,
        Values.quote(name) + " must be " + Values.typeName(shape) + ", not null");
  }
}
