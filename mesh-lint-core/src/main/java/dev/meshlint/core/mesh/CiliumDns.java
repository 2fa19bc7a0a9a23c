package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.value.FqdnPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether pods may look up names, and whether Cilium sees it: only through rules for DNS does it learn the addresses of names
 * (Cilium documentation, "DNS based"). All policies that are for the same pods count.
 */
public final class CiliumDns {
  private final CiliumSubjects<Lookup> unseen;
  private final CiliumSubjects<Lookup> seen;
  private final CiliumSubjects<Lookup> everything;
  private final Map<String, CiliumSubjects<Lookup>> byName = new HashMap<>();
  private final Map<Resource, List<Lookup>> seenBy = new IdentityHashMap<>();

  /**
   * An entry that lets pods look up names.
   *
   * @param name the name or pattern of a rule for DNS; empty where it is not about one
   */
  private record Lookup(PolicyRule rule, CiliumSelection subject, TrafficRule entry, String name) {}

  CiliumDns(CiliumPolicies policies) {
    List<Lookup> blind = new ArrayList<>();
    List<Lookup> seeing = new ArrayList<>();
    List<Lookup> open = new ArrayList<>();
    Map<String, List<Lookup>> named = new HashMap<>();
    for (PolicyRule rule : policies.rules()) {
      CiliumSelection subject = CiliumSelection.subject(rule);
      for (TrafficRule entry : rule.isForNodes() ? List.<TrafficRule>of() : rule.egress()) {
        if (isLookup(entry)) {
          Lookup lookup = new Lookup(rule, subject, entry, "");
          (hasRules(entry) ? seeing : blind).add(lookup);
          if (isForEverything(entry)) {
            open.add(lookup);
          }
          for (String name : names(entry)) {
            Lookup one = new Lookup(rule, subject, entry, name);
            for (String key : FqdnPattern.keys(name)) {
              named.computeIfAbsent(key, any -> new ArrayList<>(1)).add(one);
            }
          }
        }
      }
    }
    for (Lookup lookup : seeing) {
      seenBy.computeIfAbsent(lookup.rule().resource(), any -> new ArrayList<>(1)).add(lookup);
    }
    unseen = new CiliumSubjects<>(blind, Lookup::subject);
    seen = new CiliumSubjects<>(seeing, Lookup::subject);
    everything = new CiliumSubjects<>(open, Lookup::subject);
    named.forEach((key, some) -> byName.put(key, new CiliumSubjects<>(some, Lookup::subject)));
  }

  /** An empty list of rules for DNS is none: nothing is looked at. */
  private static boolean hasRules(TrafficRule entry) {
    for (PortRule ports : entry.toPorts()) {
      if (!ports.isOpen("rules")
          && (ports.rules().isOpen("dns") || !ports.rules().dns().isEmpty())) {
        return true;
      }
    }
    return false;
  }

  /** Whether rules for DNS let every name be looked up, or which ones is not known. */
  private static boolean isForEverything(TrafficRule entry) {
    for (PortRule ports : entry.toPorts()) {
      if (ports.isOpen("rules") || ports.rules().isOpen("dns")) {
        return true;
      }
      for (FqdnSelector name : ports.rules().dns()) {
        if (name.text() == null || isEverything(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> names(TrafficRule entry) {
    List<String> names = new ArrayList<>();
    for (PortRule ports : entry.toPorts()) {
      for (FqdnSelector selector : ports.rules().dns()) {
        Text name = selector.text();
        if (name != null) {
          names.add(name.value());
        }
      }
    }
    return names;
  }

  /** Whether Cilium sees lookups of some of the pods that a rule is for. */
  public boolean isSeen(PolicyRule rule) {
    return seeing(rule) != null || everything.haveOverlapping(CiliumSelection.subject(rule));
  }

  /** A rule with rules for DNS for some of the same pods; null where none is in view. */
  public @Nullable PolicyRule seeing(PolicyRule rule) {
    Lookup found = seen.firstOverlapping(CiliumSelection.subject(rule), any -> true);
    return found == null ? null : found.rule();
  }

  /** Whether the policy of a rule has rules for DNS itself, for some of the same pods. */
  public boolean seesItself(PolicyRule rule) {
    CiliumSelection subject = CiliumSelection.subject(rule);
    for (Lookup own : seenBy.getOrDefault(rule.resource(), List.of())) {
      if (!own.subject().excludes(subject)) {
        return true;
      }
    }
    return false;
  }

  /** An entry that allows lookups without a rule for DNS, so that Cilium does not see them; null where none is in view. */
  public @Nullable TrafficRule unseen(PolicyRule rule) {
    Lookup found = unseen.firstOverlapping(CiliumSelection.subject(rule), any -> true);
    return found == null ? null : found.entry();
  }

  /** Whether rules for DNS may let some of the pods that a rule is for look up a name, or one of a pattern. */
  public boolean mayLookUp(PolicyRule rule, String name) {
    CiliumSelection subject = CiliumSelection.subject(rule);
    for (String key : FqdnPattern.asked(name)) {
      CiliumSubjects<Lookup> some = byName.get(key);
      if (some != null
          && some.firstOverlapping(subject, one -> FqdnPattern.overlap(one.name(), name)) != null) {
        return true;
      }
    }
    return everything.haveOverlapping(subject);
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
