package dev.meshlint.rules.kubernetes;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;

/** A port of a Service whose target no container behind it declares by that name. */
public final class UnknownTargetPort extends ResourceRule<Service> {
  public UnknownTargetPort() {
    super("k8s-unknown-target-port", Service.class);
  }

  @Override
  public void check(Service service, Mesh mesh, Findings out) {
    for (ServicePort port : service.ports()) {
      Text target = port.targetPort();
      if (target != null
          && mesh.workloadPorts().target(service, port) instanceof Absent<String> missing) {
        Report report =
            out.report(
                target,
                missing,
                "no container behind %s has a port named \"%s\": nothing answers on port %s"
                    .formatted(service.resource().title(), target, port.text("port")));
        if (missing.nearest() != null) {
          report.fix(
              Fixes.replaceScalar(
                  "name the port \"" + missing.nearest() + "\"",
                  false,
                  target.node(),
                  missing.nearest()));
        }
      }
    }
  }
}
