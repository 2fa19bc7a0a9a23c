package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.EgressNetwork;
import dev.meshlint.core.model.linkerd.ExternalWorkload;
import dev.meshlint.core.model.linkerd.HTTPLocalRateLimitPolicy;
import dev.meshlint.core.model.linkerd.HTTPRoute;
import dev.meshlint.core.model.linkerd.Link;
import dev.meshlint.core.model.linkerd.MeshTLSAuthentication;
import dev.meshlint.core.model.linkerd.NetworkAuthentication;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.model.linkerd.TrafficSplit;
import org.jspecify.annotations.Nullable;

/** Views on the kinds of Linkerd, whose names are unique. */
final class LinkerdViews {
  private LinkerdViews() {}

  static @Nullable Located create(String kind, View.At at) {
    return switch (kind) {
      case "Server" -> new Server(at);
      case "ServerAuthorization" -> new ServerAuthorization(at);
      case "AuthorizationPolicy" -> new AuthorizationPolicy(at);
      case "MeshTLSAuthentication" -> new MeshTLSAuthentication(at);
      case "NetworkAuthentication" -> new NetworkAuthentication(at);
      case "EgressNetwork" -> new EgressNetwork(at);
      case "HTTPLocalRateLimitPolicy" -> new HTTPLocalRateLimitPolicy(at);
      case "HTTPRoute" -> new HTTPRoute(at);
      case "ServiceProfile" -> new ServiceProfile(at);
      case "ExternalWorkload" -> new ExternalWorkload(at);
      case "Link" -> new Link(at);
      case "TrafficSplit" -> new TrafficSplit(at);
      default -> null;
    };
  }
}
