package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlNode;
import java.util.Set;

/** Checks that are too particular for a few words of data: {@code check: name} in a schema file. */
final class NamedChecks {
  private NamedChecks() {}

  /**
   * The check with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Check named(String name) {
    for (Family family : Family.values()) {
      if (family.names().contains(name)) {
        return new Named(family, name);
      }
    }
    throw new IllegalArgumentException("unknown check " + name);
  }

  /** The classes that hold the checks. */
  private enum Family {
    ISTIO,
    ISTIO_BALANCING,
    ISTIO_LISTENER,
    ISTIO_ENTRY,
    GATEWAY,
    LINKERD,
    CILIUM,
    KUBERNETES;

    Set<String> names() {
      return switch (this) {
        case ISTIO -> IstioChecks.NAMES;
        case ISTIO_BALANCING -> IstioBalancingChecks.NAMES;
        case ISTIO_LISTENER -> IstioListenerChecks.NAMES;
        case ISTIO_ENTRY -> IstioEntryChecks.NAMES;
        case GATEWAY -> GatewayChecks.NAMES;
        case LINKERD -> LinkerdChecks.NAMES;
        case CILIUM -> CiliumChecks.NAMES;
        case KUBERNETES -> KubernetesChecks.NAMES;
      };
    }
  }

  private record Named(Family family, String name) implements Check {
    @Override
    public void run(YamlNode node, Scope scope, Problems problems) {
      switch (family) {
        case ISTIO -> IstioChecks.run(name, node, scope, problems);
        case ISTIO_BALANCING -> IstioBalancingChecks.run(name, node, scope, problems);
        case ISTIO_LISTENER -> IstioListenerChecks.run(name, node, scope, problems);
        case ISTIO_ENTRY -> IstioEntryChecks.run(name, node, scope, problems);
        case GATEWAY -> GatewayChecks.run(name, node, scope, problems);
        case LINKERD -> LinkerdChecks.run(name, node, scope, problems);
        case CILIUM -> CiliumChecks.run(name, node, scope, problems);
        case KUBERNETES -> KubernetesChecks.run(name, node, scope, problems);
      }
    }
  }
}
