package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import java.util.ArrayList;
import java.util.List;

/** The workloads whose ports decide what an entry of a policy allows. */
final class SelectedPods {
  private SelectedPods() {}

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
