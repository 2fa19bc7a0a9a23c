package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.BackendTarget;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.UDPRoute;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Set;

/** A route names a backend that no implementation sends requests to. */
public final class UnsupportedBackend extends MeshRule {
  /** Kinds that are never backends: what is meant is the Service in front of them. */
  private static final Set<String> NEVER =
      Set.of("Gateway", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Pod", "Ingress");

  /** Groups that have no kind of backend besides Service. */
  private static final Set<String> WITHOUT_BACKENDS = Set.of("", "apps", "networking.k8s.io");

  public UnsupportedBackend() {
    super("gateway-api-unsupported-backend");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      for (BackendTarget backend : mesh.attachments().backends(route)) {
        checkKind(backend, out);
        checkService(route, backend, mesh, out);
      }
    }
  }

  private static void checkKind(BackendTarget backend, Findings out) {
    Text kind = backend.reference().kind();
    String group = backend.target().group();
    if (kind == null || backend.target().isService()) {
      return;
    }
    boolean never =
        NEVER.contains(kind.value())
            && (WITHOUT_BACKENDS.contains(group) || group.equals("gateway.networking.k8s.io"));
    if (never) {
      out.report(
              kind, "a %s cannot be a backend: name the Service, requests get 500".formatted(kind))
          .as("never");
    } else if (WITHOUT_BACKENDS.contains(group)
        && !ReferenceGroups.isMistake(kind.value(), group, false)) {
      out.report(
              kind,
              "\"%s\" is no kind of backend that implementations know: requests get 500"
                  .formatted(kind))
          .as("unknown");
    }
  }

  private static void checkService(Route route, BackendTarget backend, Mesh mesh, Findings out) {
    List<Service> services = backend.services();
    if (services.isEmpty()
        || services.stream().anyMatch(one -> mesh.kustomizations().isPatched(one.resource()))) {
      return;
    }
    Text name = backend.reference().name();
    if (name != null && services.stream().allMatch(Service::isExternalName)) {
      out.report(
              name,
              "Service \"%s\" is an ExternalName: many implementations refuse it as a backend"
                  .formatted(name))
          .as("external-name");
      return;
    }
    Integer number = backend.reference().port();
    Text port = backend.reference().text("port");
    String wanted = route instanceof UDPRoute ? "UDP" : "TCP";
    if (number != null
        && port != null
        && services.stream().allMatch(one -> hasOnlyOther(one, number, wanted))) {
      out.report(
              port,
              "port %s of Service \"%s\" is not %s: a %s cannot reach it"
                  .formatted(number, backend.target().name(), wanted, route.resource().kind()))
          .as("protocol");
    }
  }

  /** Whether a Service has ports of this number, and all of them are of another protocol. */
  private static boolean hasOnlyOther(Service service, int number, String wanted) {
    boolean found = false;
    for (ServicePort port : service.ports()) {
      if (port.port() != null && port.port() == number) {
        Text protocol = port.protocol();
        if (protocol != null && protocol.open()) {
          return false;
        }
        String actual = protocol == null ? "TCP" : protocol.value();
        if (actual.equals(wanted)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }
}
