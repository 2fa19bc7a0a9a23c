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
                "pattern \"%s\" allows every name%s that the pods look up"
                    .formatted(pattern, labels(pattern.value())));
          }
        }
      }
    }
  }

  /** Which names those are: one star alone, or two at the beginning, stand for any number of labels. */
  private static String labels(String pattern) {
    String plain = pattern.endsWith(".") ? pattern.substring(0, pattern.length() - 1) : pattern;
    int labels = plain.split("\\.", -1).length;
    if (plain.equals("*")) {
      return "";
    }
    return plain.startsWith("**.")
        ? " of %d labels or more".formatted(labels)
        : " of %d label%s".formatted(labels, labels == 1 ? "" : "s");
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
