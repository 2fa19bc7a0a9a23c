package dev.meshlint.rules.istio.security;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.AuthorizationCondition;
import dev.meshlint.core.model.istio.AuthorizationOperation;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.IngressListener;
import dev.meshlint.core.model.istio.Mtls;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.ArrayList;
import java.util.List;

/** A policy names a port that none of its workloads has: usually that of the Service instead of that of the pods. */
public final class UnknownWorkloadPort extends MeshRule {
  public UnknownWorkloadPort() {
    super("istio-unknown-workload-port");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Class<? extends View> type :
        List.of(PeerAuthentication.class, AuthorizationPolicy.class, Sidecar.class)) {
      for (View view : mesh.all(type)) {
        if (view instanceof WorkloadSelecting selecting) {
          List<MeshWorkload> selected = mesh.selections().of(selecting).values();
          if (!selected.isEmpty()) {
            ports(view).forEach(port -> check(port, selected, mesh, out));
          }
        }
      }
    }
  }

  private static List<Text> ports(View view) {
    List<Text> ports = new ArrayList<>();
    if (view instanceof PeerAuthentication policy) {
      for (Named<Mtls> port : policy.portLevelMtls()) {
        ports.add(port.key());
      }
    } else if (view instanceof AuthorizationPolicy policy) {
      for (AuthorizationOperation operation : policy.operations()) {
        ports.addAll(operation.ports());
        ports.addAll(operation.notPorts());
      }
      for (AuthorizationCondition condition : policy.conditions()) {
        if (condition.key() != null && condition.key().is("destination.port")) {
          ports.addAll(condition.values());
          ports.addAll(condition.notValues());
        }
      }
    } else if (view instanceof Sidecar sidecar) {
      for (IngressListener listener : sidecar.ingress()) {
        Text number = listener.port().text("number");
        if (number != null) {
          ports.add(number);
        }
      }
    }
    return ports;
  }

  private static void check(Text port, List<MeshWorkload> selected, Mesh mesh, Findings out) {
    Integer number = port.open() ? null : port.integer();
    if (number == null
        || !(mesh.workloadPorts().find(selected, number) instanceof Absent<Integer> absent)) {
      return;
    }
    if (absent.evidence() == Evidence.SAME_OBJECT && absent.nearest() != null) {
      Report report =
          out.report(
                  port,
                  absent,
                  "port %s is that of the Service: the pods get its traffic at port %s, so this has no effect"
                      .formatted(port, absent.nearest()))
              .as("service-port");
      report.fix(
          Fixes.replaceScalar(
              "use port " + absent.nearest(), false, port.node(), absent.nearest()));
    } else {
      out.report(port, absent, "no container of the selected workloads declares port " + port)
          .as("undeclared");
    }
  }
}
