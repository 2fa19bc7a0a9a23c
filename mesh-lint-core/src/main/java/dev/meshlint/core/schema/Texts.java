package dev.meshlint.core.schema;

import dev.meshlint.core.value.DnsNames;
import org.jspecify.annotations.Nullable;

/** Small grammars of texts. */
final class Texts {

  private Texts() {}

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isKind(String value) {
    return !value.isEmpty() && isLetter(value.charAt(0)) && isProtocolName(value);
  }

  /** Letters, digits and inner dashes. */
  static boolean isProtocolName(String value) {
    return !value.isEmpty()
        && wordProblem(value, "-") == null
        && value.charAt(0) != '-'
        && value.charAt(value.length() - 1) != '-';
  }

  /** Letters, digits and these marks, at least one of them. */
  static @Nullable String wordProblem(String value, String marks) {
    if (value.isEmpty()) {
      return "it is empty";
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isAlphanumeric(c) && marks.indexOf(c) < 0) {
        return character(c);
      }
    }
    return null;
  }

  static String character(char c) {
    return c == ' ' ? "it has a blank" : "\"" + c + "\" is not allowed in it";
  }

  /** Visible ASCII, single blanks or tabs between. */
  static @Nullable String printableProblem(String value) {
    if (value.isEmpty()) {
      return "it is empty";
    }
    boolean blank = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t') {
        if (blank) {
          return i == 0 ? "it begins with a blank" : "it has two blanks in a row";
        }
        blank = true;
      } else if (c < '!' || c > '~') {
        return "it has characters that are not printable ASCII";
      } else {
        blank = false;
      }
    }
    return blank ? "it ends with a blank" : null;
  }

  static boolean isPrintable(String value) {
    return value.codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL);
  }

  /** Identifiers joined by dots, the first perhaps after a dot; or one identifier. */
  static @Nullable String identifiersProblem(String value, boolean dotted) {
    String text = dotted && value.startsWith(".") ? value.substring(1) : value;
    String[] names = dotted ? text.split("\\.", -1) : new String[] {text};
    for (String name : names) {
      String problem = wordProblem(name, "_");
      if (problem != null) {
        return problem;
      }
      if (!isLetter(name.charAt(0)) && name.charAt(0) != '_') {
        return "a name begins with a digit";
      }
    }
    return null;
  }

  static boolean isLowerHex(String value, int length) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return value.length() == length;
  }

  /** {@code example.com/name}: a domain, a slash, and something after it. */
  static boolean isDomainPath(String value) {
    int slash = value.indexOf('/');
    return slash > 0
        && slash < value.length() - 1
        && DnsNames.isSubdomain(value.substring(0, slash));
  }

  /** {@code http(s)://host[:port]}, the host perhaps with a leading wildcard; or {@code *}. */
  static boolean isCorsOrigin(String value) {
    if (value.equals("*")) {
      return true;
    }
    String host =
        value.startsWith("http://")
            ? value.substring(7)
            : value.startsWith("https://") ? value.substring(8) : "";
    int colon = host.indexOf(':');
    if (colon >= 0) {
      String port = host.substring(colon + 1);
      if (Formats.number(port, 0, 99999) != null) {
        return false;
      }
      host = host.substring(0, colon);
    }
    if (host.equals("*")) {
      return true;
    }
    String name = host.startsWith("*.") ? host.substring(2) : host;
    return !name.isEmpty()
        && !name.startsWith(".")
        && !name.endsWith(".")
        && !name.contains("..")
        && wordProblem(name, "-.") == null;
  }
}
