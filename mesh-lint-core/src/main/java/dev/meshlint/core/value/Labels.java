package dev.meshlint.core.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of label keys, label values and annotation keys (Kubernetes documentation, "Labels
 * and Selectors", "Annotations").
 *
 * <p>Every {@code …Problem} method gives null where nothing is wrong, else a clause that says what
 * is. Thread-safe.
 */
public final class Labels {
  private static final int MAX_NAME = 63;

  private Labels() {}

  /** A label key: an optional DNS prefix and a slash, then a name of at most 63 characters. */
  public static @Nullable String keyProblem(String key) {
    int slash = key.indexOf('/');
    if (slash != key.lastIndexOf('/')) {
      return "it has more than one \"/\"";
    }
    if (slash == 0) {
      return "the prefix before \"/\" is missing";
    }
    String prefix = slash < 0 ? null : DnsNames.subdomainProblem(key.substring(0, slash));
    if (prefix != null) {
      return "in the prefix before \"/\", " + prefix;
    }
    String name = key.substring(slash + 1);
    if (name.isEmpty()) {
      return slash < 0 ? "it is empty" : "the name after \"/\" is missing";
    }
    String problem = charactersProblem(name);
    if (problem == null && name.length() > MAX_NAME) {
      String what = slash < 0 ? "it has " : "the name after \"/\" has ";
      return what + name.length() + " characters, at most " + MAX_NAME + " are allowed";
    }
    return problem;
  }

  /** Whether this is a label key. */
  public static boolean isKey(String key) {
    return keyProblem(key) == null;
  }

  /** An annotation key: as a label key, but upper case is allowed in the prefix. */
  public static @Nullable String annotationKeyProblem(String key) {
    return keyProblem(key.toLowerCase(Locale.ROOT));
  }

  /** A label value: empty, or at most 63 letters, digits, {@code -}, {@code _} and {@code .}. */
  public static @Nullable String valueProblem(String value) {
    String problem = unboundedValueProblem(value);
    return problem == null && value.length() > MAX_NAME
        ? "it has " + value.length() + " characters, at most " + MAX_NAME + " are allowed"
        : problem;
  }

  /** Whether this is a label value. */
  public static boolean isValue(String value) {
    return valueProblem(value) == null;
  }

  /** A label value as Istio checks it: without a limit of its length. */
  public static @Nullable String unboundedValueProblem(String value) {
    return value.isEmpty() ? null : charactersProblem(value);
  }

  private static @Nullable String charactersProblem(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Ascii.isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return DnsNames.characterProblem(c, "letters, digits, \"-\", \"_\" and \".\"");
      }
    }
    return Ascii.isAlphanumeric(name.charAt(0))
            && Ascii.isAlphanumeric(name.charAt(name.length() - 1))
        ? null
        : "it must begin and end with a letter or digit";
  }
}
