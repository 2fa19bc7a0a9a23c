package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.BackendTLSPolicy;
import dev.meshlint.core.model.gatewayapi.BackendTrafficPolicy;
import dev.meshlint.core.model.gatewayapi.GRPCRoute;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.GatewayClass;
import dev.meshlint.core.model.gatewayapi.HTTPRoute;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import dev.meshlint.core.model.gatewayapi.TCPRoute;
import dev.meshlint.core.model.gatewayapi.TLSRoute;
import dev.meshlint.core.model.gatewayapi.UDPRoute;
import org.jspecify.annotations.Nullable;

/** Views on the kinds of the Gateway API, of both channels. */
final class GatewayApiViews {
  private GatewayApiViews() {}

  static @Nullable Located create(String kind, View.At at) {
    return switch (kind) {
      case "Gateway" -> new Gateway(at);
      case "GatewayClass" -> new GatewayClass(at);
      case "HTTPRoute" -> new HTTPRoute(at);
      case "GRPCRoute" -> new GRPCRoute(at);
      case "TLSRoute" -> new TLSRoute(at);
      case "TCPRoute" -> new TCPRoute(at);
      case "UDPRoute" -> new UDPRoute(at);
      case "ReferenceGrant" -> new ReferenceGrant(at);
      case "BackendTLSPolicy" -> new BackendTLSPolicy(at);
      case "ListenerSet", "XListenerSet" -> new ListenerSet(at);
      case "XBackendTrafficPolicy" -> new BackendTrafficPolicy(at);
      default -> null;
    };
  }
}
