package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.CiliumLabels;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.List;

/** Whom Cilium's policies let call whom, from either end. */
final class CiliumCallers {
  private final CallGraph graph;
  private final Mesh mesh;

  CiliumCallers(CallGraph graph) {
    this.graph = graph;
    this.mesh = graph.mesh();
  }

  void add() {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      CiliumSelection subject = CiliumSelection.subject(rule);
      if (rule.isForNodes() || subject.open() || !subject.isByLabels()) {
        continue;
      }
      for (MeshWorkload workload : subject.selected(mesh.workloads())) {
        graph.about(workload, rule.resource());
        for (TrafficRule traffic : rule.traffic()) {
          if (!traffic.isDeny()) {
            add(traffic, workload);
          }
        }
      }
    }
  }

  private void add(TrafficRule traffic, MeshWorkload subject) {
    for (EndpointSelector peer : traffic.endpoints()) {
      CiliumSelection selection = CiliumSelection.peer(peer);
      if (selection.isByLabels()) {
        for (MeshWorkload other : selection.selected(mesh.workloads())) {
          if (traffic.isIngress()) {
            graph.allow(List.of(other), subject, peer);
          } else {
            graph.allow(List.of(subject), other, peer);
          }
        }
      } else if (traffic.isIngress()) {
        addNamespace(selection, subject, peer);
      }
    }
    String way = traffic.isIngress() ? "may be called from " : "may call ";
    for (Text entity : traffic.entities()) {
      graph.say(subject, way + "entity " + entity.value());
    }
    for (Text block : traffic.cidr()) {
      graph.say(subject, way + block.value());
    }
    if (traffic instanceof EgressRule egress) {
      for (FqdnSelector host : egress.toFQDNs()) {
        Text name = host.matchName() == null ? host.matchPattern() : host.matchName();
        graph.say(subject, way + (name == null ? "" : name.value()));
      }
    }
  }

  private void addNamespace(
      CiliumSelection selection, MeshWorkload subject, EndpointSelector peer) {
    String name = selection.value(CiliumLabels.NAMESPACE);
    NamespaceRef namespace = name == null ? selection.implied() : NamespaceRef.named(name);
    if (namespace != null && !selection.open()) {
      graph.allow(namespace, subject, peer);
    }
  }
}
