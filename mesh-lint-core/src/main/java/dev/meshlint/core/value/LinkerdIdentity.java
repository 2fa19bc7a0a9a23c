package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a meshed workload as Linkerd writes it: {@code
 * ACCOUNT.NAMESPACE.serviceaccount.identity.CONTROL-PLANE-NAMESPACE.TRUST-DOMAIN} (Linkerd's
 * reference of MeshTLSAuthentication).
 *
 * @param serviceAccount the workload's service account
 * @param namespace the workload's namespace
 * @param controlPlaneNamespace the namespace of Linkerd, usually {@code linkerd}
 * @param trustDomain the trust domain, usually {@code cluster.local}
 */
public record LinkerdIdentity(
    String serviceAccount, String namespace, String controlPlaneNamespace, String trustDomain) {
  private static final String MARK = ".serviceaccount.identity.";

  /**
   * The parts of an identity; null if the text has another form. With a leading {@code *} the
   * account or, in {@code *.NAMESPACE.…}, what it stands for is {@code *}.
   */
  public static @Nullable LinkerdIdentity parse(String text) {
    int mark = text.indexOf(MARK);
    if (mark < 0) {
      return null;
    }
    int before = text.lastIndexOf('.', mark - 1);
    String after = text.substring(mark + MARK.length());
    int dot = after.indexOf('.');
    if (before <= 0 || before + 1 == mark || dot <= 0 || dot + 1 == after.length()) {
      return null;
    }
    return new LinkerdIdentity(
        text.substring(0, before),
        text.substring(before + 1, mark),
        after.substring(0, dot),
        after.substring(dot + 1));
  }

  /** What is wrong with an identity of a MeshTLSAuthentication: a name or a SPIFFE id. */
  public static @Nullable String problem(String text) {
    return text.startsWith(SpiffeId.SCHEME) ? SpiffeId.problem(text) : nameProblem(text);
  }

  /**
   * What is wrong with an identity that can only be a name (ServerAuthorization), as a clause; null
   * if nothing is: lower-case labels joined by dots, the first of which may be {@code *}.
   */
  public static @Nullable String nameProblem(String text) {
    if (text.equals("*")) {
      return null;
    }
    String name = text.startsWith("*.") ? text.substring(2) : text;
    return name.indexOf('*') >= 0
        ? "\"*\" may only be the whole first part"
        : DnsNames.subdomainProblem(name);
  }

  /** Whether an identity is covered by one that may begin with {@code *}. */
  public static boolean matches(String pattern, String identity) {
    if (pattern.equals("*")) {
      return !identity.isEmpty();
    }
    return pattern.startsWith("*.")
        ? identity.length() >= pattern.length() && identity.endsWith(pattern.substring(1))
        : pattern.equals(identity);
  }

  /** As it is written in a policy. */
  @Override
  public String toString() {
    return serviceAccount + "." + namespace + MARK + controlPlaneNamespace + "." + trustDomain;
  }
}
