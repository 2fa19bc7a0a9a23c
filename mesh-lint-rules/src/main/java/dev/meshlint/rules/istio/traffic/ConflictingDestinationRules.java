package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.VirtualServices.Leading;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
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

/** Two DestinationRules for one host, of which only one counts. */
public final class ConflictingDestinationRules extends MeshRule {
  private static final String POLICY = "a trafficPolicy";

  /** Of the rules of a service so many are looked at for what they say to clients elsewhere. */
  private static final int COMPARED = 50;

  /** Rules of which pilot makes one. */
  private record Group(HostName host, NamespaceRef namespace) {}

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
    Map<HostName, Map<NamespaceRef, Set<String>>> routed = new HashMap<>();
    groups.forEach(
        (group, rules) -> {
          if (rules.size() > 1) {
            check(rules, out);
          }
          HostName host = group.host();
          if (host instanceof HostName.ServiceName service
              && group.namespace().same(service.namespace()) == Same.NO) {
            List<DestinationRule> own =
                groups.getOrDefault(new Group(service, service.namespace()), List.of());
            Set<String> subsets =
                own.isEmpty()
                    ? Set.of()
                    : routed
                        .computeIfAbsent(host, any -> subsetsOfRoutes(host, mesh))
                        .getOrDefault(group.namespace(), Set.of());
            for (DestinationRule rule : rules) {
              checkHidden(
                  rule, subsets, own.subList(0, Math.min(COMPARED, own.size())), mesh, out);
            }
          }
        });
  }

  /** The subsets that routes name, by the namespaces of the routes. */
  private static Map<NamespaceRef, Set<String>> subsetsOfRoutes(HostName host, Mesh mesh) {
    Map<NamespaceRef, Set<String>> subsets = new HashMap<>();
    for (Leading leading : mesh.virtualServices().leadingTo(host)) {
      Text subset = leading.destination().destination().subset();
      if (subset != null) {
        subsets
            .computeIfAbsent(leading.routes().resource().namespace(), any -> new HashSet<>())
            .add(subset.value());
      }
    }
    return subsets;
  }

  /** Clients whose namespace has a rule for the host look at no rule of the service's own namespace. */
  private static void checkHidden(
      DestinationRule nearer,
      Set<String> routed,
      List<DestinationRule> farther,
      Mesh mesh,
      Findings out) {
    NamespaceRef client = nearer.resource().namespace();
    for (DestinationRule rule : farther) {
      if (mesh.destinationRules().visibility(rule).from(client) != Same.YES) {
        continue;
      }
      Located hidden = hiddenTls(nearer, rule);
      if (hidden == null) {
        hidden = hiddenSubset(nearer, routed, rule);
      }
      if (hidden != null) {
        out.report(
                nearer.spec().at("host"),
                "for clients of namespace \"%s\" this rule takes the place of %s, %s of which it lacks"
                    .formatted(
                        client,
                        rule.resource().title(),
                        hidden instanceof Subset subset
                            ? "subset \"" + subset.name() + "\""
                            : "the TLS settings"))
            .as("hides")
            .related(hidden, "does not hold for them");
        return;
      }
    }
  }

  private static @Nullable Located hiddenTls(DestinationRule nearer, DestinationRule farther) {
    ClientTls tls = farther.trafficPolicy().tls();
    boolean says = tls.present() && tls.mode() != ClientTlsMode.UNKNOWN;
    // Automatic mutual TLS does the same.
    return says && tls.mode() != ClientTlsMode.ISTIO_MUTUAL && nearer.tls().isEmpty() ? tls : null;
  }

  /** A subset that routes of the clients' namespace name. */
  private static @Nullable Located hiddenSubset(
      DestinationRule nearer, Set<String> routed, DestinationRule farther) {
    Set<String> named = new HashSet<>(routed);
    for (Subset subset : nearer.subsets()) {
      named.remove(subset.name() == null ? "" : subset.name().value());
    }
    for (Subset subset : named.isEmpty() ? List.<Subset>of() : farther.subsets()) {
      if (subset.name() != null && named.contains(subset.name().value())) {
        return subset;
      }
    }
    return null;
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
