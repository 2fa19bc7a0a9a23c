package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy that narrows what another one for the same pods opens to everybody, or that says what another one says. */
public final class RedundantPolicy extends MeshRule {
  public RedundantPolicy() {
    super("cilium-redundant-policy");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (boolean ingress : List.of(true, false)) {
        View opening = mesh.cilium().openings().opening(rule, ingress);
        report(rule.key(ingress ? "ingress" : "egress"), opening, ingress, out);
      }
    }
    for (NetworkPolicy policy : mesh.all(NetworkPolicy.class)) {
      for (boolean ingress : List.of(true, false)) {
        View opening = mesh.cilium().openings().opening(policy, ingress);
        report(policy.spec().key(ingress ? "ingress" : "egress"), opening, ingress, out);
      }
    }
    mesh.cilium()
        .duplicates()
        .forEach(
            (policy, first) ->
                out.report(
                        policy,
                        "%s says the same for the same pods: one of them is enough"
                            .formatted(first.resource().title()))
                    .related(first, "says the same")
                    .as("duplicate"));
  }

  private static void report(
      Located entries, @Nullable View opening, boolean ingress, Findings out) {
    if (opening != null) {
      out.report(
              entries,
              "%s lets %s: policies add up, so these entries narrow nothing"
                  .formatted(
                      opening.resource().title(),
                      ingress ? "everybody in to the same pods" : "the same pods out to everybody"))
          .related(opening, "is for everybody")
          .as("opened");
    }
  }
}
