package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.CiliumL7Conflicts.Conflict;
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

/** Entries for the same pods that ask for what cannot be had on one port, or for different authentication. */
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
    for (Conflict conflict : mesh.cilium().l7Conflicts().found()) {
      Resource one = conflict.place().resource();
      Resource other = conflict.other().resource();
      if (one != null && other != null) {
        boolean together = one == other || mesh.nearness().appliedTogether(one, other);
        out.report(conflict.place(), message(conflict))
            .as(together ? "together" : "apart")
            .related(conflict.other(), "asks for the other one");
      }
    }
  }

  private static String message(Conflict conflict) {
    return switch (conflict.about()) {
      case PROTOCOL ->
          "the same port of the same pods has rules for %s and for %s: the agent can enforce neither"
              .formatted(conflict.otherValue(), conflict.value());
      case TLS ->
          "the same peers have certificates of \"%s\" and of \"%s\" on one port: the agent refuses both"
              .formatted(conflict.otherValue(), conflict.value());
      case LISTENER ->
          "listeners \"%s\" and \"%s\" have the same priority: the agent refuses both"
              .formatted(conflict.otherValue(), conflict.value());
    };
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
            .as("authentication")
            .related(before, "the other mode");
      }
    }
  }
}
