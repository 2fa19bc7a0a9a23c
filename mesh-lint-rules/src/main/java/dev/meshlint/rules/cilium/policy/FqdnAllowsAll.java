package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A pattern of names that every name matches. */
public final class FqdnAllowsAll extends MeshRule {
  public FqdnAllowsAll() {
    super("cilium-fqdn-allows-all");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (entry instanceof EgressRule egress && !entry.isDeny()) {
        for (FqdnSelector name : egress.toFQDNs()) {
          Text pattern = name.matchPattern();
          if (pattern != null && isEverything(pattern.value())) {
            out.report(
                pattern,
                "pattern \"%s\" allows every name that the pods look up".formatted(pattern));
          }
        }
      }
    }
  }

  private static boolean isEverything(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '*' && pattern.charAt(i) != '.') {
        return false;
      }
    }
    return pattern.indexOf('*') >= 0;
  }
}
