package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a host name that means a Kubernetes Service.
 *
 * @param name the Service's name
 * @param namespace its namespace; null where the host does not say
 * @param form how much of the full name was written
 */
public record ServiceHost(String name, @Nullable String namespace, Form form) {
  /** How much of a full name is written. */
  public enum Form {
    /** {@code backend}: the namespace is that of the resource. */
    SHORT,
    /**
     * {@code backend.production}: DNS knows it, Istio takes it literally; may be another domain.
     */
    WITH_NAMESPACE,
    /** {@code backend.production.svc}: DNS knows it, Istio takes it literally. */
    WITH_SVC,
    /** {@code backend.production.svc.cluster.local}. */
    FULL
  }

  /**
   * The Service that a host may mean; null if it can be none: a wildcard, an IP address, a name
   * with other parts.
   *
   * @param host the host as written
   * @param clusterDomain the cluster's domain, usually {@code cluster.local}
   */
  public static @Nullable ServiceHost parse(String host, String clusterDomain) {
    String suffix = ".svc." + clusterDomain;
    if (host.endsWith(suffix)) {
      return parse(host.substring(0, host.length() - suffix.length()), Form.FULL);
    }
    if (host.endsWith(".svc")) {
      return parse(host.substring(0, host.length() - ".svc".length()), Form.WITH_SVC);
    }
    if (host.indexOf('.') >= 0) {
      return parse(host, Form.WITH_NAMESPACE);
    }
    return DnsNames.isIstioLabel(host) ? new ServiceHost(host, null, Form.SHORT) : null;
  }

  private static @Nullable ServiceHost parse(String host, Form form) {
    int dot = host.indexOf('.');
    if (dot < 0) {
      return null;
    }
    String name = host.substring(0, dot);
    String namespace = host.substring(dot + 1);
    return DnsNames.isIstioLabel(name) && DnsNames.isIstioLabel(namespace)
        ? new ServiceHost(name, namespace, form)
        : null;
  }

  /** The full name of a Service. */
  public static String fullName(String name, String namespace, String clusterDomain) {
    return name + "." + namespace + ".svc." + clusterDomain;
  }
}
