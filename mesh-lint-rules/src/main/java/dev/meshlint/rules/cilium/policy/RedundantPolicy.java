package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import org.jspecify.annotations.Nullable;

/** A policy that narrows what a NetworkPolicy for the same pods opens to everybody. */
public final class RedundantPolicy extends ResourceRule<CiliumNetworkPolicy> {
  public RedundantPolicy() {
    super("cilium-redundant-policy", CiliumNetworkPolicy.class);
  }

  @Override
  public void check(CiliumNetworkPolicy policy, Mesh mesh, Findings out) {
    for (PolicyRule rule : policy.rules()) {
      if (rule.ingress().isEmpty() || rule.has("ingressDeny")) {
        continue;
      }
      CiliumSelection subject = CiliumSelection.subject(rule);
      NamespaceRef scope = subject.implied();
      NetworkPolicy open = scope == null || subject.open() ? null : opening(subject, mesh);
      if (open != null && isNarrow(rule)) {
        out.report(
                rule.key("ingress"),
                "%s lets everybody in to the same pods: policies add up, so these entries narrow nothing"
                    .formatted(open.resource().title()))
            .related(open, "allows everything that comes in");
      }
    }
  }

  private static @Nullable NetworkPolicy opening(CiliumSelection subject, Mesh mesh) {
    return mesh.ciliumPolicies().openingIngress(subject);
  }

  private static boolean isNarrow(PolicyRule rule) {
    for (TrafficRule entry : rule.ingress()) {
      if (entry.isEmpty() || entry.filledPeerKeys().isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
