package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.Route;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds of routes listeners take: by their protocol, and by what they allow. Stateless. */
public final class RouteKinds {
  private static final Set<String> WITH_HOSTNAMES = Set.of("HTTPRoute", "GRPCRoute", "TLSRoute");

  private RouteKinds() {}

  /**
   * The kinds that a protocol carries.
   *
   * @return null for protocols of implementations
   */
  public static @Nullable Set<String> of(String protocol) {
    return switch (protocol) {
      case "HTTP", "HTTPS" -> Set.of("HTTPRoute", "GRPCRoute");
      case "TLS" -> Set.of("TLSRoute", "TCPRoute");
      case "TCP" -> Set.of("TCPRoute");
      case "UDP" -> Set.of("UDPRoute");
      default -> null;
    };
  }

  /** Whether routes of this kind are for host names. */
  static boolean hasHostnames(Route route) {
    return WITH_HOSTNAMES.contains(route.resource().kind());
  }

  static Same admits(Listener listener, Route route) {
    String kind = route.resource().kind();
    Text protocol = listener.protocol();
    Set<String> carried = protocol == null || protocol.open() ? null : of(protocol.value());
    if (carried != null && !carried.contains(kind)) {
      return Same.NO;
    }
    if (listener.allowedRoutes().isOpen("kinds")) {
      return Same.MAYBE;
    }
    List<Reference> kinds = listener.allowedRoutes().kinds();
    for (Reference allowed : kinds) {
      if (allowed.isTo(route.resource().group(), kind, Attachment.GATEWAY_GROUP, "")) {
        return Same.YES;
      }
    }
    return kinds.isEmpty() ? Same.YES : Same.NO;
  }
}
