package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.NotFound;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A route names a port that the service does not have. */
public final class UnknownDestinationPort extends ResourceRule<VirtualService> {
  public UnknownDestinationPort() {
    super("istio-unknown-destination-port", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    for (RoutedDestination routed : routes.destinations()) {
      Destination to = routed.destination();
      Text host = to.host();
      Text port = to.portNumber();
      Integer number = to.port();
      if (host == null || port == null || number == null) {
        continue;
      }
      List<MeshService> services =
          mesh.services().resolve(host, routes.resource().namespace()).values();
      if (!services.isEmpty()
          && mesh.services().port(services, number) instanceof NotFound<MeshPort> missing) {
        report(port, host, services, missing, out);
      }
    }
  }

  private static void report(
      Text port, Text host, List<MeshService> services, NotFound<MeshPort> missing, Findings out) {
    Set<Integer> numbers = new TreeSet<>();
    Integer meant = null;
    for (MeshService service : services) {
      for (MeshPort candidate : service.ports()) {
        if (candidate.protocol() == PortProtocol.UDP) {
          continue;
        }
        Integer number = Objects.requireNonNullElse(candidate.number(), 0);
        numbers.add(number);
        Text target = candidate.targetPort();
        if (target != null && target.value().equals(port.value())) {
          meant = number;
        }
      }
    }
    String message =
        "port %s is no port of host \"%s\", which has %s: requests get 503"
            .formatted(port, host, join(numbers));
    if (meant != null) {
      message =
          "port %s is the target port of host \"%s\", not its port %d: requests get 503"
              .formatted(port, host, meant);
    }
    Report report = out.report(port, missing, message);
    Integer only = meant == null && numbers.size() == 1 ? numbers.iterator().next() : meant;
    if (only != null) {
      report.fix(
          Fixes.replaceScalar("use port " + only, false, port.node(), Integer.toString(only)));
    }
  }

  private static String join(Set<Integer> numbers) {
    StringBuilder text = new StringBuilder();
    numbers.forEach(number -> text.append(text.isEmpty() ? "" : ", ").append(number));
    return text.toString();
  }
}
