package dev.meshlint.rules.istio.security;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A workload that no AuthorizationPolicy protects: everybody may call it. */
public final class UnprotectedWorkload extends MeshRule {
  public UnprotectedWorkload() {
    super("istio-unprotected-workload");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (workload.template().isPresent()
          && !workload.isProxyOnly()
          && mesh.namespaces().isComplete(workload.namespace())
          && mesh.policies().authorizations(workload).isEmpty()) {
        out.report(
            workload.view().child("metadata").at("name"),
            "no AuthorizationPolicy is for %s: whoever reaches it may call it"
                .formatted(workload.title()));
      }
    }
  }
}
