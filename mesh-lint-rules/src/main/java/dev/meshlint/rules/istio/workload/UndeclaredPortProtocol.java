package dev.meshlint.rules.istio.workload;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.PortProtocol;
import java.util.List;

/** A port of a meshed service whose protocol Istio has to guess. */
public final class UndeclaredPortProtocol extends ResourceRule<Service> {
  /** Labels of what speaks for itself: the control plane, gateways, and services made by Kiali's wizard. */
  private static final List<String> EXEMPT =
      List.of("istio", "gateway.istio.io/managed", "kiali_wizard");

  public UndeclaredPortProtocol() {
    super("istio-undeclared-port-protocol", Service.class);
  }

  @Override
  public void check(Service service, Mesh mesh, Findings out) {
    Answer<Located> member = mesh.members().find(service);
    if (service.isExternalName() || member instanceof Absent || isExempt(service)) {
      return;
    }
    for (ServicePort port : service.ports()) {
      Text name = port.name();
      MeshPort read = MeshPort.of(port);
      if (port.appProtocol() == null
          && read.protocol() == PortProtocol.UNSUPPORTED
          && (port.protocol() == null || port.protocol().is("TCP"))
          && (name == null || (!name.open() && MisnamedPort.meant(name.value()) == null))) {
        report(port, member, out);
      }
    }
  }

  private static boolean isExempt(Service service) {
    for (String label : EXEMPT) {
      if (service.resource().label(label) != null) {
        return true;
      }
    }
    return false;
  }

  private static void report(ServicePort port, Answer<Located> member, Findings out) {
    Text name = port.name();
    Located at = name == null ? port : name;
    String message =
        "the protocol of port %s is not declared: Istio guesses it from the first bytes of each connection"
            .formatted(name == null ? port.text("port") : "\"" + name + "\"");
    if (member instanceof NotFound<Located> unknown) {
      out.report(at, unknown, message);
    } else {
      out.report(at, message);
    }
  }
}
