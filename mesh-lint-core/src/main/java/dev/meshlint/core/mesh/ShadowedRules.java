package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Subset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What DestinationRules of the service's own namespace say in vain to clients whose namespace has a rule for that host:
 * clients look at their own only. Source: the order in which istiod looks for DestinationRules.
 */
public final class ShadowedRules {
  /** Of the rules of a service so many are looked at. */
  private static final int COMPARED = 50;

  private final Mesh mesh;
  private final Map<HostName, Map<NamespaceRef, List<DestinationRule>>> rules =
      new LinkedHashMap<>();
  private final Map<HostName, Map<NamespaceRef, Set<String>>> routed = new HashMap<>();

  /**
   * A rule that takes the place of another one.
   *
   * @param nearer the rule of the clients' namespace
   * @param farther the rule of the service's namespace
   * @param lost what the first one lacks: a subset that a route of the clients names, or TLS settings
   */
  public record Shadow(DestinationRule nearer, DestinationRule farther, Located lost) {}

  private ShadowedRules(Mesh mesh) {
    this.mesh = mesh;
  }

  /** All of them, at most one for each host and namespace of clients. */
  public static List<Shadow> of(Mesh mesh) {
    ShadowedRules shadowed = new ShadowedRules(mesh);
    mesh.all(DestinationRule.class).forEach(shadowed::add);
    List<Shadow> shadows = new ArrayList<>();
    shadowed.rules.forEach(
        (host, byNamespace) -> {
          if (host instanceof HostName.ServiceName service && byNamespace.size() > 1) {
            shadowed.addShadows(service, byNamespace, shadows);
          }
        });
    return shadows;
  }

  private void add(DestinationRule rule) {
    Text host = rule.host();
    NamespaceRef namespace = rule.resource().namespace();
    if (host != null
        && !host.open()
        && namespace.isNamed()
        && !rule.selector().present()
        && !mesh.nearness().isAlternative(rule.resource())) {
      rules
          .computeIfAbsent(mesh.services().read(host, namespace), any -> new LinkedHashMap<>())
          .computeIfAbsent(namespace, any -> new ArrayList<>(1))
          .add(rule);
    }
  }

  private void addShadows(
      HostName.ServiceName service,
      Map<NamespaceRef, List<DestinationRule>> byNamespace,
      List<Shadow> shadows) {
    List<DestinationRule> all = byNamespace.getOrDefault(service.namespace(), List.of());
    List<DestinationRule> farther = all.subList(0, Math.min(COMPARED, all.size()));
    for (Map.Entry<NamespaceRef, List<DestinationRule>> entry : byNamespace.entrySet()) {
      NamespaceRef client = entry.getKey();
      if (farther.isEmpty() || client.same(service.namespace()) != Same.NO) {
        continue;
      }
      Set<String> subsets =
          routed.computeIfAbsent(service, this::subsetsOfRoutes).getOrDefault(client, Set.of());
      addShadow(entry.getValue(), farther, subsets, shadows);
    }
  }

  /** The subsets that routes name, by the namespaces of the routes. */
  private Map<NamespaceRef, Set<String>> subsetsOfRoutes(HostName host) {
    Map<NamespaceRef, Set<String>> subsets = new HashMap<>();
    for (VirtualServices.Leading leading : mesh.virtualServices().leadingTo(host)) {
      Text subset = leading.destination().destination().subset();
      if (subset != null) {
        subsets
            .computeIfAbsent(leading.routes().resource().namespace(), any -> new HashSet<>())
            .add(subset.value());
      }
    }
    return subsets;
  }

  /** Those of one namespace are merged, so that what any of them says is not lost. */
  private void addShadow(
      List<DestinationRule> nearer,
      List<DestinationRule> farther,
      Set<String> routed,
      List<Shadow> shadows) {
    for (DestinationRule rule : farther) {
      NamespaceRef client = nearer.get(0).resource().namespace();
      Same seen = mesh.destinationRules().visibility(rule).from(client);
      Located lost = seen == Same.YES ? lost(nearer, rule, routed) : null;
      if (lost != null) {
        shadows.add(new Shadow(nearer.get(0), rule, lost));
        return;
      }
    }
  }

  private static @Nullable Located lost(
      List<DestinationRule> nearer, DestinationRule farther, Set<String> routed) {
    Set<String> named = new HashSet<>(routed);
    boolean encrypts = false;
    for (DestinationRule rule : nearer) {
      encrypts |= !rule.tls().isEmpty();
      for (Subset subset : rule.subsets()) {
        named.remove(subset.name() == null ? "" : subset.name().value());
      }
    }
    ClientTls tls = farther.trafficPolicy().tls();
    // What automatic mutual TLS does anyway is not lost.
    if (!encrypts
        && tls.present()
        && tls.mode() != ClientTlsMode.UNKNOWN
        && tls.mode() != ClientTlsMode.ISTIO_MUTUAL) {
      return tls;
    }
    for (Subset subset : named.isEmpty() ? List.<Subset>of() : farther.subsets()) {
      if (subset.name() != null && named.contains(subset.name().value())) {
        return subset;
      }
    }
    return null;
  }
}
