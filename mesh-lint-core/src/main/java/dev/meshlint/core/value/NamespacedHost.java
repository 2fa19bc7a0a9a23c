package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A host with the namespace it is looked for in, {@code namespace/host}: hosts of a Gateway's
 * server and of a Sidecar's egress listener (Istio's reference of Gateway and Sidecar).
 *
 * @param namespace what stands before the slash: a name, {@code .} for the own namespace, {@code *}
 *     for all, {@code ~} for none; null where there is no slash
 * @param host what stands after it
 */
public record NamespacedHost(@Nullable String namespace, String host) {
  /** Splits the text at its first slash. */
  public static NamespacedHost parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new NamespacedHost(null, text)
        : new NamespacedHost(text.substring(0, slash), text.substring(slash + 1));
  }

  /** What is wrong with a host of a Gateway's server, as a clause; null if nothing is. */
  public static @Nullable String gatewayProblem(String text) {
    NamespacedHost parsed = parse(text);
    String namespace = parsed.namespace;
    if (namespace != null) {
      String problem = namespaceProblem(namespace);
      if (problem != null) {
        return problem;
      }
    }
    return parsed.host.equals("*") || IpAddress.parse(parsed.host) != null
        ? null
        : parsed.hostProblem();
  }

  /** What is wrong with a host of a Sidecar's egress listener, as a clause; null if nothing is. */
  public static @Nullable String sidecarProblem(String text) {
    NamespacedHost parsed = parse(text);
    String namespace = parsed.namespace;
    if (namespace == null) {
      return "the namespace is missing: write \"./" + text + "\" or \"*/" + text + "\"";
    }
    boolean excluded = namespace.startsWith("~") && namespace.length() > 1;
    String problem =
        namespace.equals("~")
            ? null
            : namespaceProblem(excluded ? namespace.substring(1) : namespace);
    if (problem != null) {
      return problem;
    }
    return parsed.host.equals("*") ? null : parsed.hostProblem();
  }

  private static @Nullable String namespaceProblem(String namespace) {
    if (namespace.equals("*") || namespace.equals(".")) {
      return null;
    }
    if (namespace.isEmpty()) {
      return "the namespace before \"/\" is missing";
    }
    String problem = DnsNames.istioLabelProblem(namespace);
    return problem == null ? null : "in the namespace before \"/\", " + problem;
  }

  private @Nullable String hostProblem() {
    if (host.isEmpty()) {
      return namespace == null ? "it is empty" : "the host after \"/\" is missing";
    }
    String problem = Hosts.wildcardNameProblem(host);
    if (problem != null) {
      return problem;
    }
    if (Hosts.isPartialWildcard(host)) {
      return "\"*\" must be the whole first part, as in \"*.example.com\"";
    }
    return host.indexOf('.') < 0 ? "a short name is not allowed here, only a full one" : null;
  }
}
