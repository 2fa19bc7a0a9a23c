package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.GRPCRoute;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.linkerd.HTTPLocalRateLimitPolicy;
import dev.meshlint.core.model.linkerd.HTTPRoute;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import org.jspecify.annotations.Nullable;

/** A route or rate limit for HTTP on a Server whose traffic is not looked into, or is another flavour of HTTP. */
public final class HttpPolicyOnOpaqueServer extends MeshRule {
  private static final String GROUP = LinkerdPolicies.GROUP;

  public HttpPolicyOnOpaqueServer() {
    super("linkerd-http-policy-on-opaque-server");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (HTTPRoute route : mesh.all(HTTPRoute.class)) {
      check(route, "gRPC", mesh, out);
    }
    for (Route route : mesh.all(dev.meshlint.core.model.gatewayapi.HTTPRoute.class)) {
      check(route, "gRPC", mesh, out);
    }
    for (GRPCRoute route : mesh.all(GRPCRoute.class)) {
      check(route, "HTTP/1", mesh, out);
    }
    for (HTTPLocalRateLimitPolicy policy : mesh.all(HTTPLocalRateLimitPolicy.class)) {
      Text protocol = protocol(policy.targetRef(), mesh);
      if (protocol != null && isOpaque(protocol)) {
        out.report(
                policy.spec().at("targetRef"),
                "Server \"%s\" has proxyProtocol \"%s\": its requests are not seen, so nothing is limited"
                    .formatted(policy.targetRef().name(), protocol))
            .as("rate-limit")
            .related(protocol, "the protocol");
      }
    }
  }

  private static void check(Route route, String other, Mesh mesh, Findings out) {
    for (Reference parent : route.parentRefs()) {
      if (!parent.isTo(GROUP, "Server", route.defaultParentGroup(), "Gateway")) {
        continue;
      }
      Text protocol = protocol(parent, mesh);
      if (protocol != null && (isOpaque(protocol) || protocol.is(other))) {
        out.report(
                parent,
                "Server \"%s\" has proxyProtocol \"%s\": this %s has no effect on it"
                    .formatted(parent.name(), protocol, route.resource().kind()))
            .as("route")
            .related(protocol, "the protocol");
      }
    }
  }

  private static boolean isOpaque(Text protocol) {
    return protocol.is("opaque") || protocol.is("TLS");
  }

  /** The protocol on which all definitions of the Server agree; null where it is not known. */
  private static @Nullable Text protocol(Reference reference, Mesh mesh) {
    Text name = reference.name();
    if (name == null || name.open()) {
      return null;
    }
    Text agreed = null;
    for (Server server :
        mesh.linkerd().servers().find(name.value(), reference.resource().namespace()).values()) {
      Text protocol = server.proxyProtocol();
      if (protocol == null
          || protocol.open()
          || (agreed != null && !agreed.value().equals(protocol.value()))) {
        return null;
      }
      agreed = protocol;
    }
    return agreed;
  }
}
