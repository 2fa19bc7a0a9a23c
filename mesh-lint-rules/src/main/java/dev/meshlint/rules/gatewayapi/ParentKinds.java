package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.ObjectName;
import java.util.Map;
import java.util.Set;

/** The kinds that take routes, and the groups that own them. */
final class ParentKinds {
  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "Gateway", Set.of("gateway.networking.k8s.io"),
          "ListenerSet", Set.of("gateway.networking.k8s.io"),
          "XListenerSet", Set.of("gateway.networking.x-k8s.io"),
          "Service", Set.of(""),
          "ServiceEntry", Set.of("networking.istio.io"),
          "Server", Set.of("policy.linkerd.io"),
          "EgressNetwork", Set.of("policy.linkerd.io"));

  private ParentKinds() {}

  /** Whether group and kind are those of a parent whose absence can be judged. */
  static boolean isKnown(ObjectName parent) {
    return GROUPS.getOrDefault(parent.kind(), Set.of()).contains(parent.group());
  }
}
