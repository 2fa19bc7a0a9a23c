package dev.meshlint.core.value;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Host names as Istio writes, validates and compares them (Istio's packages {@code validation} and
 * {@code host}; reference of VirtualService, Gateway and ServiceEntry).
 *
 * <p>A wildcard host begins with {@code *}; what follows is a plain ending: {@code *.foo.com}
 * covers {@code a.foo.com} and {@code a.b.foo.com}, not {@code foo.com}. Comparison minds the case,
 * as Istio's does.
 *
 * <p>Every {@code …Problem} method gives null for a valid host, else a clause that says what is
 * wrong with it. Thread-safe.
 */
public final class Hosts {
  private static final int MAX_NAME = 255;

  /**
   * The order in which Istio tries hosts: exact before wildcards, then longer before shorter, then
   * alphabetical.
   */
  public static final Comparator<String> MOST_SPECIFIC_FIRST = Hosts::compareSpecificity;

  private Hosts() {}

  /** Whether the host begins with {@code *}. */
  public static boolean isWildcard(String host) {
    return !host.isEmpty() && host.charAt(0) == '*';
  }

  /** Whether the host has no dot and is no wildcard: Istio completes it with a namespace. */
  public static boolean isShortName(String host) {
    return !host.isEmpty() && host.indexOf('.') < 0 && !isWildcard(host);
  }

  /** Whether a host exists that both cover. */
  public static boolean matches(String one, String other) {
    if (isWildcard(one)) {
      return isWildcard(other)
          ? endsWithWildcard(one, other) || endsWithWildcard(other, one)
          : endsWithWildcard(other, one);
    }
    return isWildcard(other) ? endsWithWildcard(one, other) : one.equals(other);
  }

  /** Whether every host that {@code inner} covers is covered by {@code outer} as well. */
  public static boolean isSubsetOf(String inner, String outer) {
    if (isWildcard(inner)) {
      return isWildcard(outer) && endsWithWildcard(inner, outer);
    }
    return isWildcard(outer) ? endsWithWildcard(inner, outer) : inner.equals(outer);
  }

  /** Whether a host ends with what follows the {@code *} of a wildcard; the host may be one too. */
  private static boolean endsWithWildcard(String host, String wildcard) {
    int skip = isWildcard(host) ? 1 : 0;
    int length = wildcard.length() - 1;
    return host.length() - skip >= length
        && host.regionMatches(host.length() - length, wildcard, 1, length);
  }

  /**
   * A full name: labels joined by dots, one dot at the end allowed, the last label not a number.
   */
  public static @Nullable String fullNameProblem(String host) {
    String length = lengthProblem(host);
    return length != null ? length : labelsProblem(host, host);
  }

  /** Whether this is a full name; a single label is one too. */
  public static boolean isFullName(String host) {
    return fullNameProblem(host) == null;
  }

  /**
   * A full name whose first label may be {@code *}, {@code *x} or {@code *-x}. The bare {@code *}
   * is legal here; where a field forbids it, ask {@code equals("*")}.
   */
  public static @Nullable String wildcardNameProblem(String host) {
    String length = lengthProblem(host);
    if (length != null) {
      return length;
    }
    int dot = host.indexOf('.');
    String first = dot < 0 ? host : host.substring(0, dot);
    if (!first.equals("*")) {
      String name = first;
      if (first.startsWith("*-") && first.length() > 2) {
        name = first.substring(2);
      } else if (first.startsWith("*")) {
        name = first.substring(1);
      }
      String problem = labelProblem(host, name);
      if (problem != null) {
        return problem;
      }
      if (first.length() > DnsNames.MAX_LABEL) {
        return tooLongLabel(first);
      }
    }
    return dot < 0 ? null : labelsProblem(host, host.substring(dot + 1));
  }

  /** Whether this is a full name or one with a wildcard first label. */
  public static boolean isWildcardName(String host) {
    return wildcardNameProblem(host) == null;
  }

  /**
   * A wildcard that is neither {@code *} nor {@code *.x}: Gateways, Sidecars and Envoy refuse it.
   */
  public static boolean isPartialWildcard(String host) {
    return host.length() > 1 && host.indexOf('*') >= 0 && !host.startsWith("*.");
  }

  private static @Nullable String lengthProblem(String host) {
    if (host.isEmpty()) {
      return "it is empty";
    }
    return host.length() > MAX_NAME
        ? "it has " + host.length() + " characters, at most " + MAX_NAME + " are allowed"
        : null;
  }

  private static @Nullable String labelsProblem(String host, String part) {
    String[] labels = DnsNames.split(part);
    int last = labels.length - 1;
    if (isNumber(labels[last])) {
      return IpAddress.parse(host) != null
          ? "it is an IP address, not a host name"
          : "its last part \"" + labels[last] + "\" is a number";
    }
    for (int i = 0; i <= last; i++) {
      if (i == last && labels[i].isEmpty()) {
        return null;
      }
      String problem = labelProblem(host, labels[i]);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String labelProblem(String host, String label) {
    if (label.isEmpty()) {
      return DnsNames.emptyLabelProblem(host);
    }
    int scheme = host.indexOf("://");
    if (scheme >= 0) {
      return "a host has no scheme: leave out \"" + host.substring(0, scheme + 3) + "\"";
    }
    String problem = DnsNames.labelCharactersProblem(label, true);
    if (problem != null) {
      int colon = label.indexOf(':');
      boolean port = colon >= 0 && Ascii.isDigits(label.substring(colon + 1));
      if (label.indexOf('*') >= 0) {
        return "\"*\" may only begin the first part";
      }
      return port ? "a host has no port: leave out \"" + label.substring(colon) + "\"" : problem;
    }
    return label.length() > DnsNames.MAX_LABEL ? tooLongLabel(label) : null;
  }

  private static String tooLongLabel(String label) {
    return "its part \""
        + label
        + "\" has "
        + label.length()
        + " characters, at most "
        + DnsNames.MAX_LABEL
        + " are allowed";
  }

  /** A number as Go's Atoi reads one: larger ones than a long can hold are none. */
  private static boolean isNumber(String label) {
    if (!Ascii.isDigits(label)) {
      return false;
    }
    try {
      Long.parseLong(label);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static int compareSpecificity(String one, String other) {
    int wildcard = Boolean.compare(isWildcard(one), isWildcard(other));
    if (wildcard != 0) {
      return wildcard;
    }
    int length = Integer.compare(other.length(), one.length());
    return length != 0 ? length : one.compareTo(other);
  }
}
