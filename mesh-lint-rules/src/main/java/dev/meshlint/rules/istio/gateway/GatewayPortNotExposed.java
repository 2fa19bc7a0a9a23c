package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.mesh.ExposedPorts;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A gateway listens on a port that no Service of its proxy leads to. */
public final class GatewayPortNotExposed extends ResourceRule<Gateway> {
  public GatewayPortNotExposed() {
    super("istio-gateway-port-not-exposed", Gateway.class);
  }

  @Override
  public void check(Gateway gateway, Mesh mesh, Findings out) {
    List<ExposedPorts> exposed = mesh.gateways().exposed(gateway).values();
    if (exposed.isEmpty() || mesh.kustomizations().isPatched(gateway.resource())) {
      return;
    }
    Set<Integer> ports = new TreeSet<>();
    exposed.forEach(proxy -> ports.addAll(proxy.ports()));
    for (Server server : gateway.servers()) {
      Integer number = server.port().number();
      if (number != null && number > 0 && !ports.contains(number) && !isLocal(server)) {
        MeshService service = exposed.get(0).services().get(0);
        out.report(
                server.port().at("number"),
                "port %s is no port of %s: nothing from outside reaches this server"
                    .formatted(number, service.title()))
            .related(service, "has the ports " + ports);
      }
    }
  }

  /** A server on the loopback address or a socket is not meant to be reached from outside. */
  private static boolean isLocal(Server server) {
    Text bind = server.bind();
    return bind != null
        && (bind.open() || bind.value().startsWith("127.") || bind.value().startsWith("unix:"));
  }
}
