package dev.meshlint.rules.istio.workload;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.PortProtocol;

/** A port of a meshed service whose protocol Istio has to guess. */
public final class UndeclaredPortProtocol extends ResourceRule<Service> {
  public UndeclaredPortProtocol() {
    super("istio-undeclared-port-protocol", Service.class);
  }

  @Override
  public void check(Service service, Mesh mesh, Findings out) {
    if (service.isExternalName()
        || service.resource().label("istio") != null
        || service.resource().label("gateway.istio.io/managed") != null
        || !mesh.services().isInMesh(service, mesh.workloads(), mesh.injection())) {
      return;
    }
    for (ServicePort port : service.ports()) {
      Text name = port.name();
      MeshPort read = MeshPort.of(port);
      if (port.appProtocol() == null
          && read.protocol() == PortProtocol.UNSUPPORTED
          && (port.protocol() == null || port.protocol().is("TCP"))
          && (name == null || (!name.open() && MisnamedPort.meant(name.value()) == null))) {
        out.report(
            name == null ? port : name,
            "the protocol of port %s is not declared: Istio guesses it from the first bytes of each connection"
                .formatted(name == null ? port.text("port") : "\"" + name + "\""));
      }
    }
  }
}
