package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.LabelRequirement;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.SelectorKey;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;

/** A policy of a namespace whose subject names a namespace. */
public final class SelectorForeignNamespace extends ResourceRule<CiliumNetworkPolicy> {
  public SelectorForeignNamespace() {
    super("cilium-selector-foreign-namespace", CiliumNetworkPolicy.class);
  }

  @Override
  public void check(CiliumNetworkPolicy policy, Mesh mesh, Findings out) {
    NamespaceRef own = policy.resource().namespace();
    if (!own.isNamed()) {
      return;
    }
    for (PolicyRule rule : policy.rules()) {
      check(rule.endpointSelector(), own.name(), out);
    }
  }

  private static void check(EndpointSelector subject, String own, Findings out) {
    for (View.Named<Text> label : subject.matchLabels()) {
      Text value = label.value();
      if (SelectorKey.of(label.key()).isNamespace() && !value.open()) {
        if (value.value().equals(own)) {
          out.report(value, "the policy is for namespace \"%s\" anyway".formatted(own)).as("own");
        } else {
          out.report(
                  value,
                  "the policy is for pods of its own namespace \"%s\" only: \"%s\" is ignored"
                      .formatted(own, value))
              .as("foreign");
        }
      }
    }
    for (LabelRequirement requirement : subject.matchExpressions()) {
      Text key = requirement.key();
      Text operator = requirement.operator();
      if (key != null
          && operator != null
          && SelectorKey.of(key).isNamespace()
          && operator.is("In")
          && !requirement.isOpen("values")
          && lacks(requirement.values(), own)) {
        out.report(
                requirement,
                "the policy is for pods of its own namespace \"%s\" only: it selects nothing"
                    .formatted(own))
            .as("foreign");
      }
    }
  }

  private static boolean lacks(List<Text> values, String own) {
    for (Text value : values) {
      if (value.open() || value.value().equals(own)) {
        return false;
      }
    }
    return true;
  }
}
