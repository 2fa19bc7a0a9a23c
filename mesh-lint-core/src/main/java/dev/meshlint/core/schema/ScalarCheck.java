package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks single values: type, allowed values, format, limits. */
final class ScalarCheck {
  /** No name is that long, whatever it is made of. */
  private static final int TOO_LONG = 254;

  private final Problems problems;

  ScalarCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Shape shape, YamlScalar scalar, String name) {
    if (isOpen(shape, scalar)) {
      return;
    }
    if (!fitsType(shape, scalar)) {
      wrongType(shape, scalar, name);
      return;
    }
    if (shape.allowed != null && !Arrays.asList(shape.allowed).contains(scalar.text())) {
      notAllowed(shape, shape.allowed, scalar, name);
      return;
    }
    if (shape.extras != null && shape.extras.replacedValues().containsKey(scalar.text())) {
      replaced(shape.extras.replacedValues(), scalar, name);
    }
    Format format = shape.format;
    if (format != null) {
      String problem = Formats.problem(format, scalar.text());
      if (problem != null) {
        malformed(shape, format, scalar, name, problem);
        return;
      }
    }
    if (shape.pattern != null && !Patterns.matches(shape.pattern, scalar.text())) {
      invalid(shape, scalar, Values.quote(scalar.text()) + " is not a valid " + Values.quote(name));
      return;
    }
    limits(shape, scalar, name);
  }

  private static boolean isOpen(Shape shape, YamlScalar scalar) {
    String text = scalar.text();
    Format format = shape.format;
    if (format != null) {
      return isOpen(format, text);
    }
    return shape.allows(Shape.STRING) ? Placeholders.inText(text) : Placeholders.inName(text);
  }

  /** Whether something else fills in a value of this format later. */
  static boolean isOpen(Format format, String text) {
    return switch (format.open()) {
      case NAME -> text.length() < TOO_LONG ? Placeholders.inName(text) : Placeholders.inText(text);
      case TEXT -> Placeholders.inText(text);
      case RAW -> false;
    };
  }

  private static boolean fitsType(Shape shape, YamlScalar scalar) {
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

  void wrongType(Shape shape, YamlNode node, String name) {
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
      }
    }
    problems.invalid(Rules.WRONG_TYPE, null, node, message, help, fixes);
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

  void nullItem(Shape shape, YamlNode node, String name) {
    problems.report(
        Rules.WRONG_TYPE,
        null,
        node,
        Values.quote(name) + " must be " + Values.typeName(shape) + ", not null");
  }

  private void notAllowed(Shape shape, String[] allowed, YamlScalar scalar, String name) {
    List<String> choice = Arrays.asList(allowed);
    String text = scalar.text();
    String meant = shape.extras == null ? null : shape.extras.aliases().get(text);
    boolean named = meant != null;
    if (meant == null) {
      meant = NearMiss.suggestion(text, choice);
    }
    boolean isOne = meant != null && choice.contains(meant);
    problems.invalid(
        Rules.INVALID_VALUE,
        severity(shape),
        scalar,
        Values.quote(text)
            + " is not a value of "
            + Values.quote(name)
            + ": allowed "
            + (choice.size() == 1 ? "is " : "are ")
            + Values.choice(choice),
        meant == null ? null : isOne ? "did you mean " + Values.quote(meant) + "?" : meant,
        isOne && meant != null
            ? replacement(scalar, meant, !named || meant.equalsIgnoreCase(text))
            : List.of());
  }

  private void replaced(Map<String, String> successors, YamlScalar scalar, String name) {
    String successor = String.valueOf(successors.get(scalar.text()));
    problems.report(
        Rules.DEPRECATED_FIELD,
        null,
        scalar,
        Values.quote(scalar.text())
            + " is a deprecated value of "
            + Values.quote(name)
            + ": "
            + Values.quote(successor)
            + " has replaced it",
        "use " + Values.quote(successor),
        replacement(scalar, successor, true));
  }

  private void malformed(
      Shape shape, Format format, YamlScalar scalar, String name, String problem) {
    String says =
        shape.extras != null && shape.extras.says() != null ? shape.extras.says() : format.says();
    malformed(problems, Rules.INVALID_VALUE, severity(shape), says, format, scalar, name, problem);
  }

  static void malformed(
      Problems problems,
      String rule,
      @Nullable String severity,
      String says,
      Format format,
      YamlScalar scalar,
      String name,
      String problem) {
    String text = scalar.text();
    String repaired = Repairs.repair(format, text);
    problems.invalid(
        rule,
        severity,
        scalar,
        Values.quote(name)
            + " must be "
            + says
            + ", not "
            + Values.quote(text)
            + (problem.isEmpty() ? "" : ": " + problem),
        repaired == null ? null : "did you mean " + Values.quote(repaired) + "?",
        repaired == null
            ? List.of()
            : replacement(scalar, repaired, Repairs.isSafe(format, text, repaired)));
  }

  private static List<Fix> replacement(YamlScalar scalar, String text, boolean safe) {
    String written =
        switch (scalar.style()) {
          case PLAIN -> text;
          case SINGLE_QUOTED -> '\'' + text + '\'';
          case DOUBLE_QUOTED -> '"' + text + '"';
          case LITERAL, FOLDED -> null;
        };
    return written == null ? List.of() : Problems.replace(scalar, written, "write " + text, safe);
  }

  private void limits(Shape shape, YamlScalar scalar, String name) {
    String text = scalar.text();
    if (!Double.isNaN(shape.minimum) || !Double.isNaN(shape.maximum)) {
      Double number = scalar.type() == Type.STRING ? null : Numbers.parse(text);
      if (number != null && (number < shape.minimum || number > shape.maximum)) {
        invalid(shape, scalar, Values.quote(name) + " must be " + range(shape) + ", not " + text);
        return;
      }
    }
    if (scalar.type() != Type.STRING || shape.minLength < 0 && shape.maxLength < 0) {
      return;
    }
    int length = text.codePointCount(0, text.length());
    if (length < shape.minLength) {
      invalid(
          shape,
          scalar,
          length == 0
              ? Values.quote(name) + " must not be empty"
              : Values.quote(name) + " must have at least " + shape.minLength + " characters");
    } else if (shape.maxLength >= 0 && length > shape.maxLength) {
      invalid(
          shape,
          scalar,
          Values.quote(name)
              + " has "
              + length
              + " characters, at most "
              + shape.maxLength
              + " are allowed");
    }
  }

  private static String range(Shape shape) {
    if (Double.isNaN(shape.maximum)) {
      return "at least " + Numbers.show(shape.minimum);
    }
    return Double.isNaN(shape.minimum)
        ? "at most " + Numbers.show(shape.maximum)
        : "from " + Numbers.show(shape.minimum) + " to " + Numbers.show(shape.maximum);
  }

  private void invalid(Shape shape, YamlScalar scalar, String message) {
    problems.invalid(Rules.INVALID_VALUE, severity(shape), scalar, message);
  }

  /** The key of a map. */
  void key(Format format, YamlMapping.Entry entry, String key) {
    if (format.open() == Format.Open.NAME ? Placeholders.inName(key) : Placeholders.inText(key)) {
      return;
    }
    String problem = Formats.problem(format, key);
    if (problem != null) {
      problems.report(
          Rules.INVALID_VALUE,
          null,
          entry.key(),
          "the key "
              + Values.quote(key)
              + " must be "
              + format.says()
              + (problem.isEmpty() ? "" : ": " + problem));
    }
  }

  private static @Nullable String severity(Shape shape) {
    return shape.extras == null ? null : shape.extras.severity();
  }
}
