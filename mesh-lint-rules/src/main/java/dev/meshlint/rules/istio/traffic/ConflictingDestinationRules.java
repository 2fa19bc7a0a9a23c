package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ShadowedRules;
import dev.meshlint.core.mesh.ShadowedRules.Shadow;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two DestinationRules for one host, of which only one counts. */
public final class ConflictingDestinationRules extends MeshRule {
  private static final String POLICY = "a trafficPolicy";

  /** Rules of which pilot makes one. */
  private record Group(HostName host, NamespaceRef namespace) {
    // By hand: what a record generates is linked at run time, which every run pays for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Group other
          && host.equals(other.host)
          && namespace.equals(other.namespace);
    }

    @Override
    public int hashCode() {
      return 31 * host.hashCode() + namespace.hashCode();
    }
  }

  /** The first two rules of a group that say the same thing. */
  private static final class Sayers {
    private int first = Integer.MAX_VALUE;
    private int second = Integer.MAX_VALUE;

    void add(int rule) {
      if (first == Integer.MAX_VALUE) {
        first = rule;
      } else if (first != rule && second == Integer.MAX_VALUE) {
        second = rule;
      }
    }

    int otherThan(int rule) {
      return first == rule ? second : first;
    }
  }

  public ConflictingDestinationRules() {
    super("istio-conflicting-destination-rules");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<Group, List<DestinationRule>> groups = new HashMap<>();
    for (DestinationRule rule : mesh.all(DestinationRule.class)) {
      Text host = rule.host();
      NamespaceRef namespace = rule.resource().namespace();
      if (host != null
          && !host.open()
          && !rule.selector().present()
          && namespace.kind() != NamespaceRef.Kind.OPEN
          && !mesh.nearness().isAlternative(rule.resource())) {
        groups
            .computeIfAbsent(
                new Group(mesh.services().read(host, namespace), namespace),
                any -> new ArrayList<>(1))
            .add(rule);
      }
    }
    for (List<DestinationRule> rules : groups.values()) {
      if (rules.size() > 1) {
        check(rules, out);
      }
    }
    ShadowedRules.of(mesh).forEach(shadow -> report(shadow, out));
  }

  private static void report(Shadow shadow, Findings out) {
    DestinationRule nearer = shadow.nearer();
    String lost =
        shadow.lost() instanceof Subset subset
            ? "subset \"" + subset.name() + "\""
            : "the TLS settings";
    out.report(
            nearer.spec().at("host"),
            "for clients of namespace \"%s\" this rule takes the place of %s, %s of which it lacks"
                .formatted(
                    nearer.resource().namespace(), shadow.farther().resource().title(), lost))
        .as("hides")
        .related(shadow.lost(), "does not hold for them");
  }

  private static void check(List<DestinationRule> rules, Findings out) {
    Map<String, Sayers> sayers = new HashMap<>();
    int silent = -1;
    for (int i = 0; i < rules.size(); i++) {
      silent = saidBy(rules.get(i)).isEmpty() ? i : silent;
      for (String said : saidBy(rules.get(i))) {
        sayers.computeIfAbsent(said, any -> new Sayers()).add(i);
      }
    }
    for (int i = 0; i < rules.size(); i++) {
      int nearest = Integer.MAX_VALUE;
      String shared = "";
      for (String said : saidBy(rules.get(i))) {
        int other = sayers.getOrDefault(said, new Sayers()).otherThan(i);
        if (other < nearest) {
          nearest = other;
          shared = said;
        }
      }
      if (nearest < rules.size()) {
        report(rules.get(i), shared, rules.get(nearest), out);
      } else if (silent >= 0) {
        DestinationRule other = rules.get(silent == i ? (i == 0 ? 1 : 0) : silent);
        out.report(
                rules.get(i).spec().at("host"),
                "host \"%s\" has several rules in this namespace, of which one says nothing: they are merged"
                    .formatted(rules.get(i).host()))
            .as("merged")
            .related(other, "another one");
      }
    }
  }

  private static void report(
      DestinationRule rule, String shared, DestinationRule other, Findings out) {
    out.report(
            rule.spec().at("host"),
            "%s for host \"%s\" is also in %s: the one of the older rule counts"
                .formatted(shared, rule.host(), other.resource().title()))
        .as("one-counts")
        .related(other, "the other one");
  }

  /** What a rule says of which Istio takes one only; the rest is merged. */
  private static List<String> saidBy(DestinationRule rule) {
    List<String> said = new ArrayList<>();
    if (rule.trafficPolicy().present()) {
      said.add(POLICY);
    }
    for (Subset subset : rule.subsets()) {
      if (subset.name() != null) {
        said.add("subset \"" + subset.name() + "\"");
      }
    }
    return said;
  }
}
