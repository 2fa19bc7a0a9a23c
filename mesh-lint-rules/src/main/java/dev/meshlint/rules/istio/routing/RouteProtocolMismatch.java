package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routes are of another kind than the ports of the services that they are for, so that sidecars never use them. */
public final class RouteProtocolMismatch extends ResourceRule<VirtualService> {
  public RouteProtocolMismatch() {
    super("istio-route-protocol-mismatch", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    if (!Gateways.appliesToMesh(routes) || !mesh.gateways().bindings(routes).isEmpty()) {
      return;
    }
    List<MeshPort> ports = ports(routes, mesh);
    if (ports.isEmpty()) {
      return;
    }
    if (!routes.http().isEmpty()) {
      if (carries(ports, true)) {
        checkPorts(routes, ports, out);
      } else {
        report(routes, "http", "HTTP", ports, out);
      }
    }
    for (String key : List.of("tls", "tcp")) {
      boolean present = key.equals("tls") ? !routes.tls().isEmpty() : !routes.tcp().isEmpty();
      if (present && !carries(ports, false)) {
        report(routes, key, "connections", ports, out);
      }
    }
    checkConnections(routes, ports, out);
  }

  /** The ports of all services that the hosts are; empty where one of them or its ports are not certainly known. */
  private static List<MeshPort> ports(VirtualService routes, Mesh mesh) {
    List<MeshPort> ports = new ArrayList<>();
    for (Text host : routes.hosts()) {
      List<MeshService> services =
          mesh.services().resolve(host, routes.resource().namespace()).values();
      for (MeshService service : services) {
        if (!service.hasKnownPorts()) {
          return List.of();
        }
        ports.addAll(service.ports());
      }
      if (services.isEmpty()) {
        return List.of();
      }
    }
    return ports;
  }

  /** Whether one of the ports has traffic for HTTP routes, or for TLS and TCP routes; it may have any if none is declared. */
  private static boolean carries(List<MeshPort> ports, boolean http) {
    for (MeshPort port : ports) {
      PortProtocol protocol = port.protocol();
      if (!protocol.isKnown() || (http ? protocol.isHttp() : protocol.isTcp())) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      VirtualService routes, String key, String traffic, List<MeshPort> ports, Findings out) {
    MeshPort port = ports.get(0);
    out.report(
            routes.spec().key(key),
            "\"%s\" routes %s, but port %s is declared as %s: sidecars never use these routes"
                .formatted(key, traffic, port.number(), port.protocol()))
        .related(port.at(), "the port");
  }

  private static void checkPorts(VirtualService routes, List<MeshPort> ports, Findings out) {
    for (HttpMatch match : routes.httpMatches()) {
      List<MeshPort> matched = at(match.port(), ports);
      if (!matched.isEmpty() && !carries(matched, true)) {
        reportPort(match.at("port"), "HTTP", matched.get(0), out);
      }
    }
  }

  private static void checkConnections(VirtualService routes, List<MeshPort> ports, Findings out) {
    if (!carries(ports, false)) {
      return;
    }
    for (L4Match match : routes.l4Matches()) {
      List<MeshPort> matched = at(match.port(), ports);
      if (!matched.isEmpty() && !carries(matched, false)) {
        reportPort(match.at("port"), "connections", matched.get(0), out);
      }
    }
  }

  private static List<MeshPort> at(@Nullable Integer number, List<MeshPort> ports) {
    List<MeshPort> found = new ArrayList<>();
    for (MeshPort port : ports) {
      if (number != null && number.equals(port.number())) {
        found.add(port);
      }
    }
    return found;
  }

  private static void reportPort(Located at, String traffic, MeshPort port, Findings out) {
    out.report(
            at,
            "the route is for %s, but port %s is declared as %s: the match never holds"
                .formatted(traffic, port.number(), port.protocol()))
        .related(port.at(), "the port");
  }
}
