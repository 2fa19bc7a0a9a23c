package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Entries of one rule for the same peers that ask for different authentication. */
public final class ConflictingL7Rules extends MeshRule {
  public ConflictingL7Rules() {
    super("cilium-conflicting-l7-rules");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      check(rule.ingress(), out);
      check(rule.egress(), out);
    }
  }

  private static void check(List<? extends TrafficRule> entries, Findings out) {
    Map<String, TrafficRule> first = new HashMap<>();
    for (TrafficRule entry : entries) {
      Text mode = entry.authenticationMode();
      if (mode == null
          || mode.open()
          || entry.has("toPorts")
          || entry.isOpen(entry.peerKey("Endpoints"))) {
        continue;
      }
      Set<String> peers = new TreeSet<>();
      entry.endpoints().forEach(peer -> peers.add(CiliumSelection.peer(peer).canonical()));
      if (entry.filledPeerKeys().size() != 1 || peers.isEmpty()) {
        continue;
      }
      TrafficRule other = first.putIfAbsent(peers.toString(), entry);
      Text before = other == null ? null : other.authenticationMode();
      if (other != null && before != null && !before.value().equals(mode.value())) {
        out.report(
                mode,
                "the same peers have authentication \"%s\" and \"%s\": which one holds is not defined"
                    .formatted(before, mode))
            .related(before, "the other mode");
      }
    }
  }
}
