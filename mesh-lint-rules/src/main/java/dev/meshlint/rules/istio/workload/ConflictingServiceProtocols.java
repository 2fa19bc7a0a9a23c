package dev.meshlint.rules.istio.workload;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.SharedPorts.Conflict;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** Two Services that give one port of their pods different protocols. */
public final class ConflictingServiceProtocols extends MeshRule {
  public ConflictingServiceProtocols() {
    super("istio-conflicting-service-protocols");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Conflict conflict : mesh.sharedPorts().conflicts()) {
      out.report(
              place(conflict.other()),
              "port %d of %s is %s here and %s in %s: its sidecar takes it for one of the two"
                  .formatted(
                      conflict.target(),
                      conflict.workload().title(),
                      conflict.other().protocol(),
                      conflict.http().protocol(),
                      title(conflict.http())))
          .related(place(conflict.http()), "HTTP here");
    }
  }

  /** What tells the protocol. */
  private static Located place(MeshPort port) {
    if (port.at() instanceof ServicePort view && view.appProtocol() != null) {
      return view.appProtocol();
    }
    return port.name() == null ? port.at() : port.name();
  }

  private static String title(MeshPort port) {
    Resource resource = port.at().resource();
    return resource == null ? "another Service" : resource.title();
  }
}
