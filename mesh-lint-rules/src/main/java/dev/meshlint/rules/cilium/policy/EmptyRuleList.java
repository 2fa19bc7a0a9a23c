package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.L7Rules;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Set;

/** An empty list of peers or of rules for requests, which means something else than it seems. */
public final class EmptyRuleList extends MeshRule {
  private static final Set<String> WITHOUT_GUARD =
      Set.of("toFQDNs", "toServices", "toGroups", "fromGroups");

  public EmptyRuleList() {
    super("cilium-empty-rule-list");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      for (String key : entry.peerKeys()) {
        if (entry.isEmptyList(key)) {
          checkPeers(entry, key, out);
        }
      }
      if (!entry.isDeny()) {
        for (PortRule ports : entry.toPorts()) {
          check(ports.rules(), "http", out);
          check(ports.rules(), "dns", out);
        }
      }
    }
  }

  private static void checkPeers(TrafficRule entry, String key, Findings out) {
    boolean ports = entry.has("toPorts") || entry.has("icmps");
    boolean others = entry.peerKeys().size() > 1;
    if (WITHOUT_GUARD.contains(key) && !others) {
      if (ports && !(entry.isDeny() && key.equals("toFQDNs"))) {
        out.report(
                entry.at(key),
                "an empty \"%s\" is read as absent: every peer is %s on these ports"
                    .formatted(key, entry.isDeny() ? "denied" : "allowed"))
            .as("everybody");
      }
    } else if (!others) {
      boolean idiom = !ports && key.endsWith("Entities");
      out.report(
              entry.at(key),
              "an empty \"%s\" selects nobody: the entry %s nothing"
                  .formatted(key, entry.isDeny() ? "denies" : "allows"))
          .as(idiom ? "idiom" : "nobody");
    }
  }

  private static void check(L7Rules rules, String key, Findings out) {
    if (rules.has(key) && !rules.isOpen(key) && rules.list(key).isEmpty()) {
      out.report(
              rules.at(key),
              "an empty \"%s\" is read as absent: every request is allowed".formatted(key))
          .as("requests")
          .help("write `" + key + ": [{}]` to allow and see all of them");
    }
  }
}
