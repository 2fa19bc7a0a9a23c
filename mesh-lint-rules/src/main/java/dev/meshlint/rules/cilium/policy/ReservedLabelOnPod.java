package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Set;

/** Pods with a label that is called like an identity of Cilium's own. */
public final class ReservedLabelOnPod extends MeshRule {
  private static final Set<String> RESERVED =
      Set.of("host", "health", "init", "world", "ingress", "remote-node", "kube-apiserver");

  public ReservedLabelOnPod() {
    super("cilium-reserved-label-on-pod");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    if (!mesh.cilium().isInView()) {
      return;
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      workload
          .template()
          .ifPresent(
              template -> {
                for (View.Named<Text> label : template.labels()) {
                  if (RESERVED.contains(label.name())) {
                    out.report(
                        label.key(),
                        "label \"%s\" has the name of a reserved identity: Cilium 1.20.0 enforces no policy on these pods"
                            .formatted(label.name()));
                  }
                }
              });
    }
  }
}
