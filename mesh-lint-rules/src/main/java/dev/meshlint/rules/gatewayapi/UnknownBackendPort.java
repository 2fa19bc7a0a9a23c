package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.BackendTarget;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route sends requests to a port that the Service does not have. */
public final class UnknownBackendPort extends MeshRule {
  public UnknownBackendPort() {
    super("gateway-api-unknown-backend-port");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      for (BackendTarget backend : mesh.attachments().backends(route)) {
        Text port = backend.reference().text("port");
        Integer number = backend.reference().port();
        List<Service> services = backend.services();
        if (port != null
            && number != null
            && !services.isEmpty()
            && services.stream().allMatch(service -> lacks(service, number, mesh))) {
          report(services.get(0), port, number, out);
        }
      }
    }
  }

  private static boolean lacks(Service service, int number, Mesh mesh) {
    if (service.spec().isOpen("ports") || mesh.kustomizations().isPatched(service.resource())) {
      return false;
    }
    for (ServicePort port : service.ports()) {
      if (port.port() == null || port.port() == number) {
        return false;
      }
    }
    return !service.ports().isEmpty();
  }

  private static void report(Service service, Text port, int number, Findings out) {
    ServicePort meant = withTarget(service, number);
    List<String> ports = new ArrayList<>();
    service.ports().forEach(one -> ports.add(String.valueOf(one.port())));
    String end =
        meant == null
            ? "requests get 500"
            : "%s is the port of the pods, behind port %s".formatted(number, meant.port());
    Report report =
        out.report(
                port,
                "%s has no port %s (it has %s): %s"
                    .formatted(service.resource().title(), number, String.join(", ", ports), end))
            .related(service, "the Service");
    if (meant != null) {
      report.fix(
          Fixes.replaceScalar(
              "use port " + meant.port(), false, port.node(), String.valueOf(meant.port())));
    }
  }

  /** The port whose pods listen on this one: what authors mix up most. */
  private static @Nullable ServicePort withTarget(Service service, int number) {
    for (ServicePort port : service.ports()) {
      Text target = port.targetPort();
      if (target != null && Integer.valueOf(number).equals(target.integer())) {
        return port;
      }
    }
    return null;
  }
}
