package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlMapping;
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
  private final WrongTypes types;
  private final boolean quotedNumbers;

  /**
   * Makes a check.
   *
   * @param quotedNumbers whether a number may be written as text, as readers of protocol buffers take it
   */
  ScalarCheck(Problems problems, boolean quotedNumbers) {
    this.problems = problems;
    this.quotedNumbers = quotedNumbers;
    this.types = new WrongTypes(problems);
  }

  void check(Shape shape, YamlScalar scalar, String name) {
    // Placeholders are looked for in values that are wrong as they stand: few are.
    if (isFine(shape, scalar) || isOpen(shape, scalar)) {
      return;
    }
    if (!WrongTypes.fits(shape, scalar)
        && !(quotedNumbers && WrongTypes.isNumberInQuotes(shape, scalar))) {
      types.report(shape, scalar, name);
      return;
    }
    if (shape.allowed != null && !contains(shape.allowed, scalar.text())) {
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

  private static boolean isFine(Shape shape, YamlScalar scalar) {
    String text = scalar.text();
    return WrongTypes.fits(shape, scalar)
        && (shape.allowed == null || contains(shape.allowed, text))
        && (shape.extras == null || !shape.extras.replacedValues().containsKey(text))
        && (shape.format == null || Formats.problem(shape.format, text) == null)
        && shape.pattern == null
        && Double.isNaN(shape.minimum)
        && Double.isNaN(shape.maximum)
        && (shape.minLength < 0 || text.length() >= 2 * shape.minLength)
        && (shape.maxLength < 0 || text.length() <= shape.maxLength);
  }

  private static boolean contains(String[] values, String text) {
    for (String value : values) {
      if (value.equals(text)) {
        return true;
      }
    }
    return false;
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
      case PATH -> Placeholders.inText(text) || !text.startsWith("/") && Placeholders.inName(text);
      case TEXT -> Placeholders.inText(text);
      case RAW -> false;
    };
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
