package dev.meshlint.rules.kubernetes;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A Deployment, StatefulSet, DaemonSet or ReplicaSet that does not select the pods that it makes. */
public final class SelectorMismatchesTemplate extends MeshRule {
  public SelectorMismatchesTemplate() {
    super("k8s-selector-mismatches-template");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload pods : mesh.workloads().all()) {
      if (pods.view() instanceof Workload workload
          && workload.resource().group().equals("apps")
          && !pods.hasOpenLabels()) {
        check(workload, pods, out);
      }
    }
  }

  private static void check(Workload workload, MeshWorkload pods, Findings out) {
    for (Named<Text> label : workload.selectorLabels()) {
      // A label that the pods lack may be one that a kustomization elsewhere adds.
      String carried = pods.labels().get(label.name());
      boolean open = label.key().open() || label.value().open();
      if (carried != null && !open && !label.value().value().equals(carried)) {
        out.report(
            label.value(),
            "%s selects pods with label \"%s: %s\", but its own have \"%s\": the API server refuses it"
                .formatted(workload.resource().kind(), label.name(), label.value(), carried));
        return;
      }
    }
  }
}
