package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A port by a name that no selected pod declares, or towards peers that have no names for ports. */
public final class UnknownNamedPort extends MeshRule {
  private static final Set<String> OUTSIDE = Set.of("toCIDR", "toCIDRSet", "toFQDNs");

  public UnknownNamedPort() {
    super("cilium-unknown-named-port");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      SelectedPods.forEachEntry(rule, mesh, (entry, pods) -> check(entry, pods, mesh, out));
    }
  }

  private static void check(
      TrafficRule entry, List<CiliumSelection> pods, Mesh mesh, Findings out) {
    for (PortRule ports : entry.toPorts()) {
      for (PortProtocol port : ports.ports()) {
        Text name = port.port();
        if (name == null || name.asName().open() || !isName(name.value())) {
          continue;
        }
        if (isOutside(entry)) {
          out.report(
                  name,
                  "port \"%s\" is a name: only pods have names for ports, so it %s nothing here"
                      .formatted(name, entry.isDeny() ? "denies" : "allows"))
              .as("outside");
        } else if (!pods.isEmpty()) {
          checkPods(name, entry.isDeny() ? "denies" : "allows", pods, mesh, out);
        }
      }
    }
  }

  private static void checkPods(
      Text name, String verb, List<CiliumSelection> pods, Mesh mesh, Findings out) {
    List<MeshWorkload> selected = SelectedPods.find(name.resource(), pods, mesh);
    if (selected.isEmpty()) {
      return;
    }
    // The agent compares names without regard to case; ports of pods are lower case.
    String wanted = name.value().toLowerCase(Locale.ROOT);
    Answer<String> declared = mesh.workloadPorts().named(selected, wanted);
    if (declared instanceof NotFound<String> missing && declared.isAbsent()) {
      out.report(
              name,
              missing,
              "no selected pod declares a port \"%s\": the entry %s nothing".formatted(name, verb))
          .as("undeclared");
    }
  }

  private static boolean isName(String port) {
    for (int i = 0; i < port.length(); i++) {
      if (Character.isLetter(port.charAt(i))) {
        return !port.startsWith("0x");
      }
    }
    return false;
  }

  private static boolean isOutside(TrafficRule entry) {
    List<String> kinds = entry.filledPeerKeys();
    if (entry.isIngress() || kinds.isEmpty()) {
      return false;
    }
    for (Text entity : entry.entities()) {
      if (!entity.is("world")) {
        return false;
      }
    }
    return OUTSIDE.contains(kinds.get(0)) || kinds.get(0).equals("toEntities");
  }
}
