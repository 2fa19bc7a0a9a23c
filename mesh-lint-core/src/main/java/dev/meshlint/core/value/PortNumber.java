package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * Ports by number, and the names that Kubernetes gives them (RFC 6335).
 *
 * <p>Every {@code …Problem} method gives null where nothing is wrong, else a clause that says what
 * is. Thread-safe.
 */
public final class PortNumber {
  /** The largest port. */
  public static final int MAX = 65_535;

  private static final int MAX_NAME = 15;

  private PortNumber() {}

  /** Whether this is a port. */
  public static boolean isValid(long number) {
    return number >= 1 && number <= MAX;
  }

  /** The port from 1 to 65535; null if the text is none. Digits only: no sign, no blanks. */
  public static @Nullable Integer parse(String text) {
    if (!Ascii.isDigits(text)) {
      return null;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      number = number * 10 + (text.charAt(i) - '0');
      if (number > MAX) {
        return null;
      }
    }
    return number == 0 ? null : number;
  }

  /** What is wrong with a port that is written as text. */
  public static @Nullable String problem(String text) {
    if (parse(text) != null) {
      return null;
    }
    return text.isEmpty()
        ? "it is empty"
        : Ascii.isDigits(text) || (text.startsWith("-") && Ascii.isDigits(text.substring(1)))
            ? "it is not between 1 and " + MAX
            : "it is not a number";
  }

  /** What is wrong with a port where 0 is allowed as well: AuthorizationPolicy. */
  public static @Nullable String orZeroProblem(String text) {
    String problem = problem(text);
    if (problem != null && Ascii.isDigits(text) && text.chars().allMatch(c -> c == '0')) {
      return null;
    }
    return problem;
  }

  /**
   * What is wrong with the name of a container's port: at most 15 characters and a letter in it.
   */
  public static @Nullable String nameProblem(String name) {
    if (name.isEmpty()) {
      return "it is empty";
    }
    boolean letter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Ascii.isUpper(c)) {
        return "it must be lower case";
      }
      if (!Ascii.isAlphanumeric(c) && c != '-') {
        return DnsNames.characterProblem(c, "letters, digits and \"-\"");
      }
      letter |= Ascii.isLower(c);
    }
    if (name.length() > MAX_NAME) {
      return "it has " + name.length() + " characters, at most " + MAX_NAME + " are allowed";
    }
    if (!letter) {
      return "it needs a letter";
    }
    if (name.contains("--")) {
      return "it has two \"-\" in a row";
    }
    return name.startsWith("-") || name.endsWith("-")
        ? "it must begin and end with a letter or digit"
        : null;
  }
}
