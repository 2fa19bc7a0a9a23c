package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.value.NearMiss;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which group owns the kinds that routes, grants and policies refer to. */
final class ReferenceGroups {
  private static final String GATEWAY_API = "gateway.networking.k8s.io";
  private static final String POLICY = "policy.linkerd.io";

  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("Gateway", GATEWAY_API),
          Map.entry("ListenerSet", GATEWAY_API),
          Map.entry("HTTPRoute", GATEWAY_API),
          Map.entry("GRPCRoute", GATEWAY_API),
          Map.entry("TLSRoute", GATEWAY_API),
          Map.entry("TCPRoute", GATEWAY_API),
          Map.entry("UDPRoute", GATEWAY_API),
          Map.entry("BackendTLSPolicy", GATEWAY_API),
          Map.entry("XListenerSet", "gateway.networking.x-k8s.io"),
          Map.entry("Service", ""),
          Map.entry("Secret", ""),
          Map.entry("ConfigMap", ""),
          Map.entry("Server", POLICY),
          Map.entry("EgressNetwork", POLICY),
          Map.entry("ServiceImport", "multicluster.x-k8s.io"));

  /** Groups that certainly do not own the kinds of others; any other group may define a kind of that name. */
  private static final Set<String> KNOWN =
      Set.of(
          "",
          "v1",
          "core/v1",
          "apps",
          GATEWAY_API,
          "gateway.networking.x-k8s.io",
          "networking.x-k8s.io",
          "networking.k8s.io",
          POLICY,
          "cilium.io");

  private ReferenceGroups() {}

  /** The group that owns a kind; null where the kind is not known. */
  static @Nullable String ownerOf(String kind) {
    return OWNERS.get(kind);
  }

  /**
   * Whether a group is certainly not meant to be another one than the owner of the kind. Linkerd, which has routes of its
   * own, takes {@code core} for the core group; everything else compares exactly.
   */
  static boolean isMistake(String kind, String group, boolean linkerds) {
    String owner = OWNERS.get(kind);
    if (owner == null
        || group.equals(owner)
        || (linkerds && owner.isEmpty() && group.equals("core"))
        || (kind.equals("HTTPRoute") && group.equals(POLICY))) {
      return false;
    }
    return KNOWN.contains(group)
        || group.equals("core")
        || (!owner.isEmpty() && NearMiss.nearestGiven(group, List.of(owner)) != null);
  }
}
