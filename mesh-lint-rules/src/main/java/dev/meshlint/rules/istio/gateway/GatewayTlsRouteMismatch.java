package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.GatewayBinding;
import dev.meshlint.core.mesh.GatewayServer;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ServedHosts;
import dev.meshlint.core.mesh.ServerHost;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.ServerTlsMode;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VirtualService routes a kind of traffic that no server of its gateways has for its hosts. */
public final class GatewayTlsRouteMismatch extends ResourceRule<VirtualService> {
  public GatewayTlsRouteMismatch() {
    super("istio-gateway-tls-route-mismatch", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    if (Gateways.appliesToMesh(routes)
        || routes.spec().isOpen("hosts")
        || mesh.kustomizations().isPatched(routes.resource())) {
      return;
    }
    List<GatewayServer> servers = servers(routes, mesh);
    if (servers == null || servers.isEmpty()) {
      return;
    }
    boolean http = !routes.http().isEmpty() && !isTaken("http", servers);
    boolean tls = !routes.tls().isEmpty() && !isTaken("tls", servers);
    boolean others =
        (!http && !routes.http().isEmpty())
            || (!tls && !routes.tls().isEmpty())
            || !routes.tcp().isEmpty();
    if (http) {
      report("http", "HTTP", routes, servers.get(0), others, out);
    }
    if (tls) {
      report("tls", "TLS passed through", routes, servers.get(0), others, out);
    }
  }

  private static boolean isTaken(String key, List<GatewayServer> servers) {
    for (GatewayServer server : servers) {
      String taken = taken(server);
      if (taken == null || taken.equals(key)) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      String key,
      String traffic,
      VirtualService routes,
      GatewayServer server,
      boolean others,
      Findings out) {
    out.report(
            routes.spec().key(key),
            "\"%s\" routes %s, but port %s of %s %s: the routes are never used"
                .formatted(
                    key,
                    traffic,
                    server.server().port().number(),
                    server.resource().title(),
                    what(server)))
        .as(others ? "others-are-used" : "none-is-used")
        .related(server, "the server");
  }

  /** Under which key the routes for a server stand; null where that is not known. */
  private static @Nullable String taken(GatewayServer server) {
    ServerTlsMode mode = server.server().tls().mode();
    if (!server.protocol().isKnown() || mode == ServerTlsMode.UNKNOWN) {
      return null;
    }
    if (server.protocol().isHttp()) {
      return "http";
    }
    if (!server.protocol().isTls()) {
      return "tcp";
    }
    if (mode.passesThrough()) {
      return "tls";
    }
    return server.protocol() == PortProtocol.HTTPS ? "http" : "tcp";
  }

  private static String what(GatewayServer server) {
    return switch (String.valueOf(taken(server))) {
      case "tls" -> "passes TLS through and takes \"tls\" routes";
      case "tcp" -> "takes \"tcp\" routes";
      default -> server.protocol().isTls() ? "ends TLS and takes \"http\" routes" : "speaks HTTP";
    };
  }

  /** The servers that have a host in common with the routes; null where one of them is not certainly known. */
  private static @Nullable List<GatewayServer> servers(VirtualService routes, Mesh mesh) {
    List<GatewayServer> servers = new ArrayList<>();
    for (GatewayBinding binding : mesh.gateways().bindings(routes)) {
      if (!binding.isResolved()) {
        return null;
      }
      for (View view : binding.gateways()) {
        if (!(view instanceof Gateway gateway) || mesh.gateways().hosts(view).isOpen()) {
          return null;
        }
        for (Server server : gateway.servers()) {
          GatewayServer candidate = new GatewayServer(gateway, server);
          if (meets(candidate, routes)) {
            servers.add(candidate);
          }
        }
      }
    }
    return servers;
  }

  private static boolean meets(GatewayServer server, VirtualService routes) {
    ServedHosts served = ServedHosts.of(server);
    for (Text host : routes.hosts()) {
      for (ServerHost candidate : served.overlapping(host.value())) {
        if (candidate.admits(routes.resource().namespace()) != Same.NO) {
          return true;
        }
      }
    }
    return false;
  }
}
