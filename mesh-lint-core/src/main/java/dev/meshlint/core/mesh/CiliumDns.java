package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether pods may look up names, and whether Cilium sees it: only through rules for DNS does it learn the addresses of names
 * (Cilium documentation, "DNS based"). All policies that are for the same pods count.
 */
public final class CiliumDns {
  private final Map<NamespaceRef, List<Lookup>> inNamespaces = new HashMap<>();
  private final List<Lookup> inCluster = new ArrayList<>();
  private final List<Lookup> all = new ArrayList<>();

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
    for (PolicyRule rule : policies.rules()) {
      if (rule.isForNodes()) {
        continue;
      }
      CiliumSelection subject = CiliumSelection.subject(rule);
      for (TrafficRule entry : rule.egress()) {
        if (isLookup(entry)) {
          add(new Lookup(rule, subject, entry));
        }
      }
    }
  }

  private void add(Lookup lookup) {
    all.add(lookup);
    NamespaceRef namespace = lookup.subject().implied();
    if (namespace == null || namespace.kind() == NamespaceRef.Kind.OPEN) {
      inCluster.add(lookup);
    } else {
      inNamespaces.computeIfAbsent(namespace, any -> new ArrayList<>()).add(lookup);
    }
  }

  /** What policies say about lookups of the pods that a rule is for. */
  public Lookups of(PolicyRule rule) {
    CiliumSelection subject = CiliumSelection.subject(rule);
    NamespaceRef namespace = subject.implied();
    List<Lookup> candidates = all;
    if (namespace != null && namespace.kind() != NamespaceRef.Kind.OPEN) {
      candidates = new ArrayList<>(inCluster);
      candidates.addAll(inNamespaces.getOrDefault(namespace, List.of()));
    }
    List<TrafficRule> allowed = new ArrayList<>();
    List<FqdnSelector> names = new ArrayList<>();
    List<PolicyRule> rules = new ArrayList<>();
    boolean everything = false;
    for (Lookup lookup : candidates) {
      if (lookup.subject().excludes(subject)) {
        continue;
      }
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

  private static boolean isLookup(TrafficRule entry) {
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

  private static boolean isDnsPort(PortProtocol port) {
    Text text = port.port();
    Integer number = text == null ? null : text.integer();
    if (text == null || text.open() || text.value().startsWith("dns")) {
      return true;
    }
    if (number == null) {
      return false;
    }
    Integer end = port.endPort();
    return number == 0 || number == 53 || (end != null && number <= 53 && end >= 53);
  }
}
