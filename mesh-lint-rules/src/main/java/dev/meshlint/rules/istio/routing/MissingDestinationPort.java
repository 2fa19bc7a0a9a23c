package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Destination;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.PortProtocol;
import java.util.Set;
import java.util.TreeSet;

/** A destination without port on a service with several, where the port of the listener does not decide. */
public final class MissingDestinationPort extends ResourceRule<VirtualService> {
  public MissingDestinationPort() {
    super("istio-missing-destination-port", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    Set<Integer> listeners = mesh.virtualServices().listenerPorts(routes, mesh.gateways());
    for (RoutedDestination routed : routes.destinations()) {
      Destination to = routed.destination();
      Text host = to.host();
      if (host == null || to.has("port")) {
        continue;
      }
      for (MeshService service :
          mesh.services().resolve(host, routes.resource().namespace()).values()) {
        Set<Integer> ports = ports(service);
        if (ports.size() > 1
            && service.hasKnownPorts()
            && (listeners.isEmpty() || !ports.containsAll(listeners))) {
          report(to, ports, listeners, out).related(service, "the service");
          break;
        }
      }
    }
  }

  private static Report report(
      Destination to, Set<Integer> ports, Set<Integer> listeners, Findings out) {
    String message = "host \"%s\" has ports %s and none is named: requests for %s get 503";
    return listeners.isEmpty()
        ? out.report(
            to,
            new Unknown<>(Why.NOT_IN_VIEW),
            message.formatted(to.host(), join(ports), "other ports"))
        : out.report(
            to,
            message.formatted(to.host(), join(ports), "port " + join(without(listeners, ports))));
  }

  private static Set<Integer> ports(MeshService service) {
    Set<Integer> numbers = new TreeSet<>();
    for (MeshPort port : service.ports()) {
      if (port.number() != null && port.protocol() != PortProtocol.UDP) {
        numbers.add(port.number());
      }
    }
    return numbers;
  }

  private static Set<Integer> without(Set<Integer> all, Set<Integer> some) {
    Set<Integer> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static String join(Set<Integer> numbers) {
    StringBuilder text = new StringBuilder();
    numbers.forEach(number -> text.append(text.isEmpty() ? "" : ", ").append(number));
    return text.toString();
  }
}
