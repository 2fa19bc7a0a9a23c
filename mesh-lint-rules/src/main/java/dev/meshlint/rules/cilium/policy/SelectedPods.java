package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.ServiceSelector;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The workloads whose ports decide what an entry of a policy allows. */
final class SelectedPods {
  private SelectedPods() {}

  /**
   * Gives each entry of a policy for pods, together with the selections of the pods whose ports it names: the subject of an
   * ingress entry, the peers of an egress entry.
   */
  static void forEachEntry(
      PolicyRule rule, Mesh mesh, BiConsumer<TrafficRule, List<CiliumSelection>> check) {
    if (rule.isForNodes()) {
      return;
    }
    List<CiliumSelection> subject = List.of(CiliumSelection.subject(rule));
    for (TrafficRule entry : rule.traffic()) {
      check.accept(entry, entry instanceof EgressRule egress ? peers(egress, mesh) : subject);
    }
  }

  private static List<CiliumSelection> peers(EgressRule entry, Mesh mesh) {
    List<CiliumSelection> peers = new ArrayList<>();
    entry.endpoints().forEach(peer -> peers.add(CiliumSelection.peer(peer)));
    for (ServiceSelector service : entry.toServices()) {
      List<CiliumSelection> behind = mesh.cilium().behind(service);
      if (behind.isEmpty()) {
        return List.of();
      }
      peers.addAll(behind);
    }
    return peers;
  }

  /**
   * The workloads that the selectors select; none where one of them selects nothing in view, or where a policy without
   * namespace may be for another one than the workload: a label such as {@code kind: echo} means little far away.
   */
  static List<MeshWorkload> find(Resource policy, List<CiliumSelection> selections, Mesh mesh) {
    boolean assumed = policy.namespace().kind() != NamespaceRef.Kind.NAMED;
    List<MeshWorkload> selected = new ArrayList<>();
    for (CiliumSelection selection : selections) {
      List<MeshWorkload> some = selection.selected(mesh.workloads());
      if (some.isEmpty()) {
        return List.of();
      }
      for (MeshWorkload workload : some) {
        if (assumed && !mesh.nearness().isNear(policy, workload.resource())) {
          return List.of();
        }
        selected.add(workload);
      }
    }
    return selected;
  }
}
