package dev.meshlint.core.mesh;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Things by hosts read backwards, so that all hosts below a domain lie together. Hosts of services have the default domain
 * of clusters here. Filled once, then only read.
 */
final class HostTree<T> {
  private final TreeMap<String, T> backwards = new TreeMap<>();
  private boolean open;

  /** Adds what has a host, unless something has it already. */
  void add(HostName host, T value) {
    if (host instanceof HostName.ServiceName service) {
      open |= !service.namespace().isNamed();
      if (service.namespace().isNamed()) {
        String name = service.name() + "." + service.namespace();
        add(name + ".svc." + HostName.DEFAULT_CLUSTER_DOMAIN, value);
      }
    } else if (host instanceof HostName.External external) {
      add(external.name(), value);
    } else if (host instanceof HostName.Wildcard wildcard) {
      add("*" + wildcard.suffix(), value);
    }
  }

  private void add(String host, T value) {
    backwards.putIfAbsent(new StringBuilder(host).reverse().toString(), value);
  }

  /** Something with a host that the wildcard covers; null if there is none. */
  @Nullable T within(HostName.Wildcard wildcard) {
    String below = new StringBuilder(wildcard.suffixForServices()).reverse().toString();
    String first = backwards.higherKey(below);
    return first != null && first.startsWith(below) ? backwards.get(first) : null;
  }

  /** Whether it holds services whose namespace is not known. */
  boolean isOpen() {
    return open;
  }
}
