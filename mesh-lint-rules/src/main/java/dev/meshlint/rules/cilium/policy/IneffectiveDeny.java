package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** A denying entry that denies nothing, or far more than it says. */
public final class IneffectiveDeny extends MeshRule {
  private static final List<String> DROPPED =
      List.of("rules", "serverNames", "listener", "terminatingTLS", "originatingTLS");

  public IneffectiveDeny() {
    super("cilium-ineffective-deny");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (entry.isDeny()) {
        check(entry, out);
      }
    }
  }

  private static void check(TrafficRule entry, Findings out) {
    if (entry.isEmpty()) {
      out.report(entry, "an empty entry denies nothing, unlike in a list that allows")
          .as("empty")
          .help("write the entity \"all\" to deny everything");
      return;
    }
    if (entry.has("toFQDNs")) {
      boolean narrowed = entry.peerKeys().size() > 1;
      boolean ports = entry.has("toPorts") || entry.has("icmps");
      String effect =
          narrowed
              ? "it is dropped"
              : ports
                  ? "it is dropped and the ports are denied to every destination"
                  : "it is dropped and the entry denies nothing";
      out.report(entry.key("toFQDNs"), "names cannot be denied: " + effect).as("dropped");
    }
    for (PortRule ports : entry.toPorts()) {
      for (String field : DROPPED) {
        if (ports.has(field)) {
          out.report(
                  ports.key(field),
                  "\"%s\" is dropped where traffic is denied: the whole port is denied"
                      .formatted(field))
              .as("dropped");
        }
      }
    }
  }
}
