package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.value.NearMiss;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which group owns the kinds that routes refer to. */
final class ReferenceGroups {
  private static final String GATEWAY_API = "gateway.networking.k8s.io";

  private static final Map<String, String> OWNERS =
      Map.of(
          "Gateway", GATEWAY_API,
          "ListenerSet", GATEWAY_API,
          "XListenerSet", "gateway.networking.x-k8s.io",
          "Service", "",
          "Server", "policy.linkerd.io",
          "EgressNetwork", "policy.linkerd.io",
          "ServiceImport", "multicluster.x-k8s.io");

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
          "policy.linkerd.io",
          "cilium.io");

  private ReferenceGroups() {}

  /** The group that owns a kind; null where the kind is not known. */
  static @Nullable String ownerOf(String kind) {
    return OWNERS.get(kind);
  }

  /** Whether a group is certainly not meant to be another one than the owner. */
  static boolean isMistake(String owner, String group) {
    if (group.equals(owner) || (owner.isEmpty() && group.equals("core"))) {
      return false;
    }
    return KNOWN.contains(group)
        || (!owner.isEmpty() && NearMiss.nearest(group, List.of(owner)) != null);
  }
}
