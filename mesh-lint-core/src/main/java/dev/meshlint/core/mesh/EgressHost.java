package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A host that a Sidecar imports: {@code namespace/host}. Source: pilot's selection of services and VirtualServices; unlike
 * in routes, a host without a dot is no service here, and a wildcard has to cover all of what is imported.
 *
 * @param written the entry as it is written
 * @param namespace whose services and VirtualServices are meant; null for those of all namespaces
 * @param host the host in lower case
 * @param excluded whether it is left out instead ({@code ~namespace/host})
 */
record EgressHost(Text written, @Nullable NamespaceRef namespace, String host, boolean excluded) {
  /**
   * Reads an entry.
   *
   * @param client the namespace of the workloads, which {@code .} stands for
   * @return null for an entry that holds a placeholder, or has no namespace
   */
  static @Nullable EgressHost of(Text written, NamespaceRef client) {
    String value = written.value();
    int slash = value.indexOf('/');
    if (written.open() || slash < 0) {
      return null;
    }
    boolean excluded = value.startsWith("~");
    String namespace = value.substring(excluded ? 1 : 0, slash);
    return new EgressHost(
        written,
        switch (namespace) {
          case "", "*" -> null;
          case "." -> client;
          default -> NamespaceRef.named(namespace);
        },
        value.substring(slash + 1).toLowerCase(Locale.ROOT),
        excluded);
  }

  boolean isWildcard() {
    return host.startsWith("*");
  }

  /** The host as pilot compares it. */
  HostName name() {
    return host.indexOf('.') < 0 && !isWildcard()
        ? new HostName.External(host)
        : HostName.of(host, NamespaceRef.OPEN, "");
  }

  /** Whether what lies in a namespace is meant. */
  Same isFor(NamespaceRef owner) {
    return namespace == null ? Same.YES : namespace.same(owner);
  }

  /** Whether it covers a host of a service. */
  Same covers(HostName service) {
    if (service instanceof HostName.Open) {
      return Same.MAYBE;
    }
    if (service instanceof HostName.Wildcard wildcard && isWildcard()) {
      boolean wider = wildcard.suffix().endsWith(host.substring(1));
      return wider ? Same.YES : Same.NO;
    }
    return DestinationRuleIndex.speaksFor(name(), service);
  }

  /** Whether it has a host in common with one that a VirtualService routes. */
  Same meets(HostName routed) {
    return routed instanceof HostName.Wildcard wildcard && !isWildcard()
        ? DestinationRuleIndex.speaksFor(wildcard, name())
        : routed instanceof HostName.Wildcard wildcard
                && host.substring(1).endsWith(wildcard.suffix())
            ? Same.YES
            : covers(routed);
  }
}
