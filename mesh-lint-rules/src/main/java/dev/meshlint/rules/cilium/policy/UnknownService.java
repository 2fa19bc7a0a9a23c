package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.ServiceSelector;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A Service that a policy names and that does not exist, or that of the API server. */
public final class UnknownService extends MeshRule {
  public UnknownService() {
    super("cilium-unknown-service");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (entry instanceof EgressRule egress) {
        for (ServiceSelector service : egress.toServices()) {
          check(service, mesh, out);
        }
      }
    }
  }

  private static void check(ServiceSelector service, Mesh mesh, Findings out) {
    Text name = service.serviceName();
    Text namespace = service.namespace();
    if (name == null || name.open() || (namespace != null && namespace.open())) {
      return;
    }
    NamespaceRef scope =
        namespace == null ? name.resource().namespace() : NamespaceRef.named(namespace.value());
    if (name.is("kubernetes") && scope.name().equals("default")) {
      out.report(
              service,
              "the Service of the API server leads to nodes, which \"toServices\" does not match in every setup")
          .as("apiserver")
          .help("use the entity kube-apiserver");
      return;
    }
    if (namespace == null && !scope.isNamed()) {
      return;
    }
    Answer<MeshService> found =
        mesh.services()
            .resolve(
                new HostName.ServiceName(name.value(), scope),
                namespace == null ? name.value() : name.value() + "." + scope.name(),
                scope);
    if (found instanceof NotFound<MeshService> missing) {
      out.report(
              name,
              missing,
              "Service \"%s\" does not exist in namespace \"%s\": the entry allows nothing"
                  .formatted(name, scope))
          .as("unknown");
    }
  }
}
