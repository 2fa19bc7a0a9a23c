package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether pods may look up names, and whether Cilium sees it: only through rules for DNS does it learn the addresses of names
 * (Cilium documentation, "DNS based"). All policies that are for the same pods count.
 */
public final class CiliumDns {
  private final CiliumSubjects<Lookup> lookups;
  private final Map<String, Lookups> known = new ConcurrentHashMap<>();

  /** An entry that lets pods look up names. */
  private record Lookup(PolicyRule rule, CiliumSelection subject, TrafficRule entry) {}

  /**
   * What is known about lookups of pods.
   *
   * @param allowed the entries that allow them without a rule for DNS, so that Cilium does not see them
   * @param names the names of rules for DNS
   * @param everything whether some rule for DNS is for every name, or is not known
   * @param rules the rules that have rules for DNS
   */
  public record Lookups(
      List<TrafficRule> allowed,
      List<FqdnSelector> names,
      boolean everything,
      List<PolicyRule> rules) {
    /** Whether Cilium sees any of them. */
    public boolean seen() {
      return everything || !rules.isEmpty();
    }
  }

  CiliumDns(CiliumPolicies policies) {
    List<Lookup> found = new ArrayList<>();
    for (PolicyRule rule : policies.rules()) {
      if (rule.isForNodes()) {
        continue;
      }
      CiliumSelection subject = CiliumSelection.subject(rule);
      for (TrafficRule entry : rule.egress()) {
        if (isLookup(entry)) {
          found.add(new Lookup(rule, subject, entry));
        }
      }
    }
    lookups = new CiliumSubjects<>(found, Lookup::subject);
  }

  /** What policies say about lookups of the pods that a rule is for. */
  public Lookups of(PolicyRule rule) {
    CiliumSelection subject = CiliumSelection.subject(rule);
    return subject.open()
        ? find(subject)
        : known.computeIfAbsent(subject.canonical(), any -> find(subject));
  }

  private Lookups find(CiliumSelection subject) {
    List<TrafficRule> allowed = new ArrayList<>();
    List<FqdnSelector> names = new ArrayList<>();
    List<PolicyRule> rules = new ArrayList<>();
    boolean everything = false;
    for (Lookup lookup : lookups.overlapping(subject)) {
      boolean seen = false;
      for (PortRule ports : lookup.entry().toPorts()) {
        if (ports.isOpen("rules") || ports.rules().isOpen("dns")) {
          everything = true;
        } else if (ports.rules().has("dns")) {
          seen = true;
          names.addAll(ports.rules().dns());
        }
      }
      if (seen) {
        rules.add(lookup.rule());
      } else {
        allowed.add(lookup.entry());
      }
    }
    for (FqdnSelector name : names) {
      everything |= name.isEmpty() || isEverything(name);
    }
    return new Lookups(allowed, names, everything, rules);
  }

  private static boolean isEverything(FqdnSelector name) {
    Text pattern = name.matchPattern();
    Text plain = name.matchName();
    return (pattern != null && (pattern.open() || pattern.value().equals("*")))
        || (plain != null && plain.open());
  }

  /** Whether an entry allows lookups: it names their port, or has rules for them. */
  static boolean isLookup(TrafficRule entry) {
    if (entry.isOpen("toPorts")) {
      return true;
    }
    for (PortRule ports : entry.toPorts()) {
      if (ports.rules().has("dns")) {
        return true;
      }
      for (PortProtocol port : ports.ports()) {
        if (isDnsPort(port)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a port, in a policy of Cilium or of Kubernetes, is one at which DNS servers listen, or may be. */
  static boolean isDnsPort(View port) {
    Text text = port.text("port");
    Integer number = text == null ? null : text.integer();
    if (text == null || text.open() || text.value().startsWith("dns")) {
      return true;
    }
    if (number == null) {
      return false;
    }
    Integer end = port.integer("endPort");
    return number == 0 || number == 53 || (end != null && number <= 53 && end >= 53);
  }
}
