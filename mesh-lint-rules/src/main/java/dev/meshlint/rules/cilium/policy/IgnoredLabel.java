package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.CiliumLabelFilter;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.SelectorKey;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import org.jspecify.annotations.Nullable;

/** A selector on a label that Cilium leaves out of identities. */
public final class IgnoredLabel extends MeshRule {
  public IgnoredLabel() {
    super("cilium-ignored-label");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumLabelFilter filter = mesh.cilium().labelFilter();
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (EndpointSelector selector : rule.podSelectors()) {
        for (SelectorKey key : selector.keys()) {
          if (!key.text().open() && !key.isMeantAsNamespace() && filter.leavesOut(key)) {
            report(key, filter.setting(), out);
          }
        }
      }
    }
  }

  private static void report(SelectorKey key, @Nullable Text setting, Findings out) {
    Report report =
        out.report(
            key,
            "label \"%s\" is no part of identities: the selector matches no pod by it"
                .formatted(key.name()));
    if (setting != null) {
      report.related(setting, "says which labels are");
    }
  }
}
