package dev.meshlint.rules.istio.security;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A selector in the root namespace, on a kind that is not for workloads of the whole mesh there. */
public final class RootPolicyWithSelector extends MeshRule {
  public RootPolicyWithSelector() {
    super("istio-root-policy-with-selector");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PeerAuthentication policy : mesh.all(PeerAuthentication.class)) {
      if (mesh.policies().isRoot(policy) && !policy.selector().labels().isEmpty()) {
        out.report(
                policy.selector(),
                "Istio ignores a PeerAuthentication of the root namespace that has a selector")
            .as("peer");
      }
    }
    for (Sidecar sidecar : mesh.all(Sidecar.class)) {
      if (mesh.policies().isRoot(sidecar) && !sidecar.selector().labels().isEmpty()) {
        out.report(
                sidecar.selector(),
                "with a selector this Sidecar of the root namespace is no default for the mesh: it is for workloads of \"%s\" only"
                    .formatted(sidecar.resource().namespace()))
            .as("sidecar");
      }
    }
  }
}
