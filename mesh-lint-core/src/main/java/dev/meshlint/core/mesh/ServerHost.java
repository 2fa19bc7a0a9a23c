package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.value.NamespacedHost;
import org.jspecify.annotations.Nullable;

/**
 * A host that a gateway serves, and for the VirtualServices of which namespace. Source: Istio's reference of Gateway,
 * {@code Server.hosts}.
 *
 * @param written the host as written
 * @param host the host without the namespace
 * @param namespace the only namespace whose VirtualServices may route it; null for all
 */
public record ServerHost(Text written, String host, @Nullable NamespaceRef namespace) {
  /** Reads a host of a server of an Istio Gateway in this namespace. */
  static ServerHost of(Text written, NamespaceRef own) {
    NamespacedHost parsed = NamespacedHost.parse(written.value());
    String namespace = parsed.namespace();
    if (namespace == null || namespace.equals("*")) {
      return new ServerHost(written, parsed.host(), null);
    }
    return new ServerHost(
        written, parsed.host(), namespace.equals(".") ? own : NamespaceRef.named(namespace));
  }

  /** Whether VirtualServices of this namespace may route the host. */
  public Same admits(NamespaceRef routes) {
    return namespace == null ? Same.YES : namespace.same(routes);
  }
}
