package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * The grammar of names that Kubernetes and Istio derive from DNS (Kubernetes documentation, "Object
 * Names and IDs"; Istio's package {@code labels}).
 *
 * <p>Every {@code …Problem} method gives null for a valid name, else a clause that says what is
 * wrong with it. Thread-safe.
 */
public final class DnsNames {
  /** The longest label. */
  public static final int MAX_LABEL = 63;

  /** The longest Kubernetes name with dots. */
  public static final int MAX_SUBDOMAIN = 253;

  private DnsNames() {}

  /**
   * A name that is one label (RFC 1123): Namespace, Pod hostname, Istio Gateway. Lower case only.
   */
  public static @Nullable String labelProblem(String name) {
    return lengthProblem(name, MAX_LABEL, labelCharactersProblem(name, false));
  }

  /** Whether this is one RFC 1123 label in lower case. */
  public static boolean isLabel(String name) {
    return labelProblem(name) == null;
  }

  /**
   * A name of labels joined by dots (RFC 1123): most objects. Lower case only; as in Kubernetes
   * only the whole is limited in length (253), not each label.
   */
  public static @Nullable String subdomainProblem(String name) {
    String problem = null;
    for (String label : split(name)) {
      if (problem == null) {
        problem = label.isEmpty() ? emptyLabelProblem(name) : labelCharactersProblem(label, false);
      }
    }
    return lengthProblem(name, MAX_SUBDOMAIN, problem);
  }

  /** Whether this is an RFC 1123 subdomain in lower case. */
  public static boolean isSubdomain(String name) {
    return subdomainProblem(name) == null;
  }

  /** A label that begins with a letter (RFC 1035): Service. */
  public static @Nullable String serviceNameProblem(String name) {
    String problem = labelProblem(name);
    return problem == null && !Ascii.isLower(name.charAt(0))
        ? "it must begin with a letter"
        : problem;
  }

  /** A DNS label as Istio understands it: upper case is allowed. Subsets, port names, exportTo. */
  public static @Nullable String istioLabelProblem(String name) {
    return lengthProblem(name, MAX_LABEL, labelCharactersProblem(name, true));
  }

  /** Whether this is a DNS label as Istio understands it. */
  public static boolean isIstioLabel(String name) {
    return istioLabelProblem(name) == null;
  }

  /** The parts between the dots, empty ones too. */
  static String[] split(String name) {
    int count = 1;
    for (int i = 0; i < name.length(); i++) {
      count += name.charAt(i) == '.' ? 1 : 0;
    }
    String[] parts = new String[count];
    int start = 0;
    for (int p = 0; p < count; p++) {
      int dot = name.indexOf('.', start);
      parts[p] = name.substring(start, dot < 0 ? name.length() : dot);
      start = dot + 1;
    }
    return parts;
  }

  static String emptyLabelProblem(String name) {
    return name.startsWith(".")
        ? "it begins with a dot"
        : name.endsWith(".") ? "it ends with a dot" : "it has two dots in a row";
  }

  /** What is wrong with the characters of a label that is not empty; null if nothing is. */
  static @Nullable String labelCharactersProblem(String label, boolean upperCase) {
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (Ascii.isUpper(c) && !upperCase) {
        return "it must be lower case";
      }
      if (!Ascii.isAlphanumeric(c) && c != '-') {
        return characterProblem(c, "letters, digits and \"-\"");
      }
    }
    if (label.startsWith("-") || label.endsWith("-")) {
      return "\"" + label + "\" must begin and end with a letter or digit";
    }
    return null;
  }

  static String characterProblem(char c, String allowed) {
    String shown =
        c == ' ' ? "a blank" : c < ' ' || c == 127 ? "a control character" : "\"" + c + "\"";
    return shown + " is not allowed, only " + allowed;
  }

  private static @Nullable String lengthProblem(String name, int most, @Nullable String other) {
    if (name.isEmpty()) {
      return "it is empty";
    }
    if (other == null && name.length() > most) {
      return "it has " + name.length() + " characters, at most " + most + " are allowed";
    }
    return other;
  }
}
