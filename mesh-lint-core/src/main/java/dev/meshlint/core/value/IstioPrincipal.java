package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a workload as Istio's policies write it: {@code
 * trust-domain/ns/NAMESPACE/sa/ACCOUNT} (Istio's reference of AuthorizationPolicy, field {@code
 * principals}). It is a SPIFFE id without {@code spiffe://}.
 *
 * @param trustDomain the trust domain, usually {@code cluster.local}
 * @param namespace the workload's namespace
 * @param serviceAccount the workload's service account
 */
public record IstioPrincipal(String trustDomain, String namespace, String serviceAccount) {
  /**
   * The identity; null if the text does not have exactly these parts or one of them holds {@code
   * *}.
   */
  public static @Nullable IstioPrincipal parse(String text) {
    String[] parts = split(text);
    if (parts.length != 5
        || !parts[1].equals("ns")
        || !parts[3].equals("sa")
        || text.indexOf('*') >= 0
        || parts[0].isEmpty()
        || parts[2].isEmpty()
        || parts[4].isEmpty()) {
      return null;
    }
    return new IstioPrincipal(parts[0], parts[2], parts[4]);
  }

  /**
   * Why no workload of the mesh can have this principal, as a clause; null if one can. Looks at the
   * form only: a {@code *} at the beginning or the end leaves the parts that it may stand for open.
   */
  public static @Nullable String problem(String text) {
    if (text.startsWith("spiffe://")) {
      return "a principal is written without \"spiffe://\"";
    }
    WildcardText pattern = WildcardText.parse(text);
    if (pattern.kind() == WildcardText.Kind.PRESENCE) {
      return null;
    }
    if (pattern.text().indexOf('*') >= 0) {
      return "\"*\" may only stand at the beginning or the end";
    }
    String[] parts = split(pattern.text());
    return switch (pattern.kind()) {
      case PREFIX -> beginningProblem(parts);
      case SUFFIX -> endProblem(parts);
      default -> parts.length == 5 ? wholeProblem(parts) : countProblem(parts);
    };
  }

  private static @Nullable String wholeProblem(String[] parts) {
    if (!parts[1].equals("ns")) {
      return "its second part must be \"ns\", not \"" + parts[1] + "\"";
    }
    if (!parts[3].equals("sa")) {
      return "its fourth part must be \"sa\", not \"" + parts[3] + "\"";
    }
    return parts[0].isEmpty() || parts[2].isEmpty() || parts[4].isEmpty()
        ? "one of its parts is empty"
        : null;
  }

  private static String countProblem(String[] parts) {
    boolean withoutDomain = parts.length == 4 && parts[0].equals("ns") && parts[2].equals("sa");
    return withoutDomain
        ? "the trust domain is missing, as in \"cluster.local/ns/"
            + parts[1]
            + "/sa/"
            + parts[3]
            + "\""
        : "a principal has the form TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT";
  }

  /** The parts before a {@code *}: the last of them may go on. */
  private static @Nullable String beginningProblem(String[] parts) {
    int last = parts.length - 1;
    if (last > 4) {
      return countProblem(parts);
    }
    for (int i = 1; i <= last; i += 2) {
      String word = i == 1 ? "ns" : "sa";
      boolean fits = i < last ? parts[i].equals(word) : word.startsWith(parts[i]);
      if (!fits) {
        return "\"" + word + "\" is expected in the place of \"" + parts[i] + "\"";
      }
    }
    return null;
  }

  /** The parts after a {@code *}: the first of them may have begun earlier. */
  private static @Nullable String endProblem(String[] parts) {
    int last = parts.length - 1;
    if (last > 4) {
      return countProblem(parts);
    }
    for (int back = 1; back <= 3 && back <= last; back += 2) {
      int i = last - back;
      String word = back == 1 ? "sa" : "ns";
      boolean fits = i > 0 ? parts[i].equals(word) : word.endsWith(parts[i]);
      if (!fits) {
        return "\"" + word + "\" is expected in the place of \"" + parts[i] + "\"";
      }
    }
    return null;
  }

  private static String[] split(String text) {
    return text.split("/", -1);
  }

  /** As it is written in a policy. */
  @Override
  public String toString() {
    return trustDomain + "/ns/" + namespace + "/sa/" + serviceAccount;
  }
}
