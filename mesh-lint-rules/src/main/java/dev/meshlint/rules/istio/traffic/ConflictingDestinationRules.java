package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two DestinationRules of one namespace for one host, of which only one counts. */
public final class ConflictingDestinationRules extends MeshRule {
  public ConflictingDestinationRules() {
    super("istio-conflicting-destination-rules");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<HostName, List<DestinationRule>> byHost = new HashMap<>();
    for (DestinationRule rule : mesh.all(DestinationRule.class)) {
      if (rule.host() != null && !rule.host().open() && !rule.selector().present()) {
        byHost
            .computeIfAbsent(
                mesh.services().read(rule.host(), rule.resource().namespace()),
                any -> new ArrayList<>(1))
            .add(rule);
      }
    }
    for (List<DestinationRule> rules : byHost.values()) {
      for (DestinationRule rule : rules) {
        report(rule, rules, mesh, out);
      }
    }
  }

  private static void report(
      DestinationRule rule, List<DestinationRule> rules, Mesh mesh, Findings out) {
    for (DestinationRule other : rules) {
      String shared = shared(rule, other);
      if (shared != null
          && rule.resource().namespace().same(other.resource().namespace()) == Same.YES
          && mesh.nearness().mayMeet(rule.resource(), other.resource())) {
        out.report(
                rule.spec().at("host"),
                "%s for host \"%s\" is also in %s: the one of the older rule counts"
                    .formatted(shared, rule.host(), other.resource().title()))
            .related(other, "the other one");
        return;
      }
    }
  }

  /** What both rules say; null where Istio merges them. */
  private static @Nullable String shared(DestinationRule rule, DestinationRule other) {
    if (rule == other) {
      return null;
    }
    if (rule.trafficPolicy().present() && other.trafficPolicy().present()) {
      return "a trafficPolicy";
    }
    Set<String> names = new HashSet<>();
    for (Subset subset : other.subsets()) {
      if (subset.name() != null) {
        names.add(subset.name().value());
      }
    }
    for (Subset subset : rule.subsets()) {
      if (subset.name() != null && names.contains(subset.name().value())) {
        return "subset \"" + subset.name() + "\"";
      }
    }
    return null;
  }
}
