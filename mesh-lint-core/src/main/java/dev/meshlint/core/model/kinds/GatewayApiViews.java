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
    switch (kind) {
      case "Gateway":
        return new Gateway(at);
      case "GatewayClass":
        return new GatewayClass(at);
      case "HTTPRoute":
        return new HTTPRoute(at);
      case "GRPCRoute":
        return new GRPCRoute(at);
      case "TLSRoute":
        return new TLSRoute(at);
      case "TCPRoute":
        return new TCPRoute(at);
      case "UDPRoute":
        return new UDPRoute(at);
      case "ReferenceGrant":
        return new ReferenceGrant(at);
      case "BackendTLSPolicy":
        return new BackendTLSPolicy(at);
      case "ListenerSet", "XListenerSet":
        return new ListenerSet(at);
      case "XBackendTrafficPolicy":
        return new BackendTrafficPolicy(at);
      default:
        return null;
    }
  }
}
