package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** A policy of one namespace that selects nodes: only clusterwide policies may. */
public final class NodeSelectorInNamespacedPolicy extends ResourceRule<CiliumNetworkPolicy> {
  public NodeSelectorInNamespacedPolicy() {
    super("cilium-node-selector-in-namespaced-policy", CiliumNetworkPolicy.class);
  }

  @Override
  public void check(CiliumNetworkPolicy policy, Mesh mesh, Findings out) {
    for (PolicyRule rule : policy.rules()) {
      if (rule.isForNodes()) {
        out.report(
                rule.key("nodeSelector"),
                "a policy of a namespace cannot select nodes: it is stored but not enforced")
            .help("make it a CiliumClusterwideNetworkPolicy without namespace");
      }
    }
  }
}
