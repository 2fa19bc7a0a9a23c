package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** An entry with peers of several kinds: the agent takes one kind an entry only. */
public final class MixedPeers extends MeshRule {
  public MixedPeers() {
    super("cilium-mixed-peers");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      List<String> kinds = entry.filledPeerKeys();
      if (entry.isDeny()) {
        kinds.remove("toFQDNs");
      }
      if (kinds.size() > 1) {
        out.report(
                entry.key(kinds.get(1)),
                "\"%s\" and \"%s\" in one entry: the policy is stored but not enforced"
                    .formatted(kinds.get(0), kinds.get(1)))
            .help("write an entry of its own for each of them, with the same ports");
      }
    }
  }
}
