package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.CiliumLabels;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A selector that can match nothing, because its requirements exclude each other. */
public final class ContradictorySelector extends MeshRule {
  public ContradictorySelector() {
    super("cilium-contradictory-selector");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      check(rule.subject(), out);
      for (TrafficRule entry : rule.traffic()) {
        entry.endpoints().forEach(selector -> check(selector, out));
        entry.nodes().forEach(selector -> check(selector, out));
      }
    }
  }

  private static void check(EndpointSelector selector, Findings out) {
    String key = CiliumLabels.contradiction(selector);
    if (key != null) {
      out.report(
          selector,
          "what is asked of label \"%s\" excludes itself: the selector matches nothing"
              .formatted(key));
    }
  }
}
