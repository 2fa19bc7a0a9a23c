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
    switch (kind) {
      case "Server":
        return new Server(at);
      case "ServerAuthorization":
        return new ServerAuthorization(at);
      case "AuthorizationPolicy":
        return new AuthorizationPolicy(at);
      case "MeshTLSAuthentication":
        return new MeshTLSAuthentication(at);
      case "NetworkAuthentication":
        return new NetworkAuthentication(at);
      case "EgressNetwork":
        return new EgressNetwork(at);
      case "HTTPLocalRateLimitPolicy":
        return new HTTPLocalRateLimitPolicy(at);
      case "HTTPRoute":
        return new HTTPRoute(at);
      case "ServiceProfile":
        return new ServiceProfile(at);
      case "ExternalWorkload":
        return new ExternalWorkload(at);
      case "Link":
        return new Link(at);
      case "TrafficSplit":
        return new TrafficSplit(at);
      default:
        return null;
    }
  }
}
