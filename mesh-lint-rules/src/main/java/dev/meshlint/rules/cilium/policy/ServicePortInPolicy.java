package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy with the port of a Service where pods listen on another one. */
public final class ServicePortInPolicy extends MeshRule {
  public ServicePortInPolicy() {
    super("cilium-service-port-in-policy");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      SelectedPods.forEachEntry(rule, mesh, (entry, pods) -> check(entry, pods, mesh, out));
    }
  }

  private static void check(
      TrafficRule entry, List<CiliumSelection> pods, Mesh mesh, Findings out) {
    if (pods.isEmpty() || entry.toPorts().isEmpty()) {
      return;
    }
    List<MeshWorkload> selected = SelectedPods.find(entry.resource(), pods, mesh);
    if (selected.isEmpty()) {
      return;
    }
    for (PortRule ports : entry.toPorts()) {
      for (PortProtocol port : ports.ports()) {
        Text text = port.port();
        Integer number = text == null || text.open() ? null : text.integer();
        if (text != null && number != null && number > 0 && !port.has("endPort")) {
          check(
              text,
              ports,
              entry.isDeny() ? "denies" : "allows",
              mesh.workloadPorts().find(selected, number),
              out);
        }
      }
    }
  }

  private static void check(
      Text port, PortRule ports, String verb, Answer<Integer> answer, Findings out) {
    if (answer instanceof Absent<Integer> absent
        && absent.evidence() == Evidence.SAME_OBJECT
        && !names(ports, absent.nearest())) {
      out.report(
          port,
          absent,
          "port %s is that of the Service: policies see the port of the pods, so it %s nothing"
              .formatted(port, verb));
    }
  }

  /** Whether the port of the pods is allowed beside it, so that the one of the Service does no harm. */
  private static boolean names(PortRule ports, @Nullable String number) {
    for (PortProtocol port : ports.ports()) {
      Text text = port.port();
      if (text != null && (text.open() || text.value().equals(number))) {
        return true;
      }
    }
    return false;
  }
}
