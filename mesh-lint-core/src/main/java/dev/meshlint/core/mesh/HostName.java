package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.value.Placeholders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A host as pilot reads it: a host without a dot is a service of the namespace of the resource that names it; a host
 * with a dot is taken literally, so {@code reviews.team-a} is no service. Source: Istio's reference of
 * VirtualService.hosts and DestinationRule.host.
 */
public sealed interface HostName {
  /** A Kubernetes service. */
  record ServiceName(String name, NamespaceRef namespace) implements HostName {
    // By hand, as hashCode: what a record generates is linked at run time, which every run pays
    // for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof ServiceName other
          && name.equals(other.name)
          && namespace.equals(other.namespace);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + namespace.hashCode();
    }
  }

  /** Any other host, in lower case. */
  record External(String name) implements HostName {
    // By hand, as hashCode: what a record generates is linked at run time, which every run pays
    // for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof External other && name.equals(other.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * A wildcard.
   *
   * @param suffix what follows the star, with its dot; empty for {@code *} alone
   */
  record Wildcard(String suffix) implements HostName {
    /** Whether the wildcard covers this host; it does not cover the bare domain. */
    public boolean covers(String host) {
      return host.length() > suffix.length() && host.endsWith(suffix);
    }

    /** The suffix as if the cluster had the default domain, which is the one of the full names of services here. */
    String suffixForServices() {
      int domain = suffix.indexOf(".svc.");
      return domain < 0 ? suffix : suffix.substring(0, domain + 5) + DEFAULT_CLUSTER_DOMAIN;
    }
  }

  /** A host that holds a placeholder. */
  record Open() implements HostName {}

  /** The part after namespace and name of a service's host when no mesh configuration says otherwise. */
  String DEFAULT_CLUSTER_DOMAIN = "cluster.local";

  /**
   * Reads a host.
   *
   * @param host the host as written
   * @param viewer the namespace of the resource that names it
   * @param clusterDomain the cluster's domain; empty if unknown, which takes any domain after {@code .svc.}
   */
  static HostName of(Text host, NamespaceRef viewer, String clusterDomain) {
    return host.open() ? halfOpen(host.value()) : of(host.value(), viewer, clusterDomain);
  }

  /** As {@link #of(Text, NamespaceRef, String)}, for a host without placeholders. */
  static HostName of(String written, NamespaceRef viewer, String clusterDomain) {
    String host = written.toLowerCase(Locale.ROOT);
    if (host.startsWith("*")) {
      return new Wildcard(host.substring(1));
    }
    int dot = host.indexOf('.');
    if (dot < 0) {
      return host.indexOf(':') >= 0 ? new External(host) : new ServiceName(host, viewer);
    }
    int second = host.indexOf('.', dot + 1);
    if (dot > 0 && second > dot + 1 && host.startsWith("svc.", second + 1)) {
      String domain = host.substring(second + 5);
      boolean inCluster =
          clusterDomain.isEmpty()
              ? !domain.isEmpty() && !domain.equals("clusterset.local")
              : domain.equals(clusterDomain);
      if (inCluster) {
        return new ServiceName(
            host.substring(0, dot), NamespaceRef.named(host.substring(dot + 1, second)));
      }
    }
    return new External(host);
  }

  /** {@code ui.$(namespace).svc.cluster.local} names a service, though in a namespace that is not known. */
  private static HostName halfOpen(String host) {
    int dot = host.indexOf('.');
    if (dot <= 0 || Placeholders.inName(host.substring(0, dot)) || !host.contains(".svc.")) {
      return new Open();
    }
    return new ServiceName(host.substring(0, dot).toLowerCase(Locale.ROOT), NamespaceRef.OPEN);
  }
}
