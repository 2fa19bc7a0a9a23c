package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which DestinationRules speak for a host, in pilot's order: those of the client's namespace, else of the service's, else
 * of the root namespace; in each the most specific host wins, and rules of one host are merged.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class DestinationRules {
  private final ServiceRegistry registry;
  private final MeshConfiguration configuration;
  private final Kustomizations kustomizations;
  private final Nearness nearness;
  private final Map<String, List<Entry>> byService = new HashMap<>();
  private final Map<String, List<Entry>> byHost = new HashMap<>();
  private final Map<String, List<Entry>> wildcardsIn = new HashMap<>();
  private final List<Entry> wildcardsAnywhere = new ArrayList<>();

  private record Entry(DestinationRule rule, HostName host, Visibility visibility) {
    NamespaceRef namespace() {
      return rule.resource().namespace();
    }
  }

  DestinationRules(
      ServiceRegistry registry,
      MeshConfiguration configuration,
      Kustomizations kustomizations,
      Nearness nearness) {
    this.registry = registry;
    this.configuration = configuration;
    this.kustomizations = kustomizations;
    this.nearness = nearness;
  }

  void add(DestinationRule rule) {
    Text written = rule.host();
    if (written == null) {
      return;
    }
    NamespaceRef own = rule.resource().namespace();
    HostName host = registry.read(written, own);
    Visibility visibility =
        Visibility.of(rule.exportTo(), own, configuration.defaultDestinationRuleExportTo());
    Entry entry = new Entry(rule, host, visibility);
    if (host instanceof HostName.ServiceName name) {
      byService.computeIfAbsent(name.name(), key -> new ArrayList<>(1)).add(entry);
    } else if (host instanceof HostName.External external) {
      byHost.computeIfAbsent(external.name(), key -> new ArrayList<>(1)).add(entry);
    } else if (host instanceof HostName.Wildcard) {
      if (own.isNamed()) {
        wildcardsIn.computeIfAbsent(own.name(), key -> new ArrayList<>(1)).add(entry);
      } else {
        wildcardsAnywhere.add(entry);
      }
    }
  }

  /**
   * The rules that speak for a host to a client, nearest ones of several alternatives first.
   *
   * @param certain those that certainly do, of the first namespace in pilot's order that has any
   * @param possible those that do in a namespace that the files do not tell
   */
  public record Applying(List<DestinationRule> certain, List<DestinationRule> possible) {
    /** All of them. */
    public List<DestinationRule> all() {
      List<DestinationRule> all = new ArrayList<>(certain);
      all.addAll(possible);
      return all;
    }
  }

  /**
   * The rules that speak for a host.
   *
   * @param host the host, read from the client's resource
   * @param client the namespace of the client
   */
  public Applying applying(HostName host, NamespaceRef client) {
    NamespaceRef service = host instanceof HostName.ServiceName name ? name.namespace() : client;
    NamespaceRef root = NamespaceRef.named(configuration.rootNamespace());
    List<Entry> candidates = candidates(host, client, service, root);
    List<DestinationRule> possible = new ArrayList<>();
    for (Entry entry : candidates) {
      if (isPossible(entry, host, client, service, root)) {
        possible.add(entry.rule());
      }
    }
    for (NamespaceRef namespace : List.of(client, service, root)) {
      List<DestinationRule> certain = certain(candidates, host, namespace, client);
      if (!certain.isEmpty()) {
        return new Applying(certain, possible);
      }
    }
    return new Applying(List.of(), possible);
  }

  private static List<DestinationRule> certain(
      List<Entry> candidates, HostName host, NamespaceRef namespace, NamespaceRef client) {
    List<DestinationRule> specific = new ArrayList<>();
    List<DestinationRule> widest = new ArrayList<>();
    int longest = -1;
    for (Entry entry : candidates) {
      if (entry.namespace().same(namespace) != Same.YES
          || entry.visibility().from(client) != Same.YES
          || speaksFor(entry.host(), host) != Same.YES) {
        continue;
      }
      if (entry.host() instanceof HostName.Wildcard wildcard) {
        int length = wildcard.suffix().length();
        if (length > longest) {
          longest = length;
          widest.clear();
        }
        if (length == longest) {
          widest.add(entry.rule());
        }
      } else {
        specific.add(entry.rule());
      }
    }
    return specific.isEmpty() ? widest : specific;
  }

  private static boolean isPossible(
      Entry entry, HostName host, NamespaceRef client, NamespaceRef service, NamespaceRef root) {
    if (entry.visibility().from(client) == Same.NO || speaksFor(entry.host(), host) == Same.NO) {
      return false;
    }
    boolean maybe =
        entry.visibility().from(client) == Same.MAYBE
            || speaksFor(entry.host(), host) == Same.MAYBE;
    boolean reached = false;
    for (NamespaceRef namespace : List.of(client, service, root)) {
      Same same = entry.namespace().same(namespace);
      reached |= same != Same.NO;
      maybe |= same == Same.MAYBE;
      if (same == Same.YES && !maybe) {
        return false;
      }
    }
    return reached && maybe;
  }

  private static Same speaksFor(HostName rule, HostName host) {
    if (host instanceof HostName.ServiceName wanted) {
      if (rule instanceof HostName.ServiceName name) {
        return name.name().equals(wanted.name())
            ? name.namespace().same(wanted.namespace())
            : Same.NO;
      }
      return rule instanceof HostName.Wildcard wildcard ? covers(wildcard, wanted) : Same.NO;
    }
    if (host instanceof HostName.External wanted) {
      if (rule instanceof HostName.Wildcard wildcard) {
        return wildcard.covers(wanted.name()) ? Same.YES : Same.NO;
      }
      return rule.equals(wanted) ? Same.YES : Same.NO;
    }
    return rule.equals(host) ? Same.YES : Same.NO;
  }

  private static Same covers(HostName.Wildcard wildcard, HostName.ServiceName service) {
    String suffix = wildcard.suffix();
    if (suffix.isEmpty() || suffix.equals(".local")) {
      return Same.YES;
    }
    if (!service.namespace().isNamed()) {
      return suffix.contains(".svc") ? Same.MAYBE : Same.NO;
    }
    String start = service.name() + "." + service.namespace().name() + ".svc.";
    int domain = suffix.indexOf(".svc.");
    String host =
        start + (domain < 0 ? HostName.DEFAULT_CLUSTER_DOMAIN : suffix.substring(domain + 5));
    return wildcard.covers(host) ? Same.YES : Same.NO;
  }

  private List<Entry> candidates(
      HostName host, NamespaceRef client, NamespaceRef service, NamespaceRef root) {
    List<Entry> candidates = new ArrayList<>();
    if (host instanceof HostName.ServiceName name) {
      candidates.addAll(byService.getOrDefault(name.name(), List.of()));
    } else if (host instanceof HostName.External external) {
      candidates.addAll(byHost.getOrDefault(external.name(), List.of()));
    }
    candidates.addAll(wildcardsAnywhere);
    Set<String> namespaces = new LinkedHashSet<>();
    for (NamespaceRef namespace : List.of(client, service, root)) {
      if (namespace.isNamed()) {
        namespaces.add(namespace.name());
      } else {
        namespaces.addAll(wildcardsIn.keySet());
      }
    }
    for (String namespace : namespaces) {
      candidates.addAll(wildcardsIn.getOrDefault(namespace, List.of()));
    }
    return candidates;
  }

  /**
   * The subset of a host, as a client's route names it.
   *
   * @param host the host of the destination
   * @param subset the name of the subset
   * @param from the resource that holds the route
   * @return absent on the evidence of the rules that speak for the host and lack it; with nothing looked at where no rule
   *     speaks for a host of the route's own namespace, because subsets and routes belong together
   */
  public Answer<Subset> subset(Text host, Text subset, Resource from) {
    NamespaceRef client = from.namespace();
    HostName read = registry.read(host, client);
    if (subset.open() || read instanceof HostName.Open) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    Applying applying = applying(read, client);
    List<DestinationRule> rules = nearness.nearest(applying.all(), from);
    List<Subset> found = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (DestinationRule rule : rules) {
      for (Subset defined : rule.subsets()) {
        Text name = defined.name();
        if (name == null) {
          continue;
        }
        if (name.open()) {
          return new Unknown<>(Why.PLACEHOLDER);
        }
        names.add(name.value());
        if (name.value().equals(subset.value())) {
          found.add(defined);
        }
      }
    }
    if (!found.isEmpty()) {
      return new Found<>(found);
    }
    if (definesForOthers(read, subset, client)) {
      return new Unknown<>(Why.NOT_IN_VIEW);
    }
    if (!rules.isEmpty()) {
      for (DestinationRule rule : rules) {
        if (rule.spec().isOpen("subsets") || kustomizations.isPatched(rule.resource())) {
          return new Unknown<>(Why.PLACEHOLDER);
        }
      }
      return new Absent<>(
          Evidence.SAME_OBJECT, List.copyOf(rules), NearMiss.suggestion(subset.value(), names));
    }
    return undefined(read, host, from);
  }

  /**
   * Whether a rule that pilot does not look at for this client, though it is exported to it, defines the subset: then the
   * route works for clients of the rule's own namespace, who may be the only ones.
   */
  private boolean definesForOthers(HostName host, Text subset, NamespaceRef client) {
    List<Entry> candidates =
        host instanceof HostName.ServiceName name
            ? byService.getOrDefault(name.name(), List.of())
            : host instanceof HostName.External external
                ? byHost.getOrDefault(external.name(), List.of())
                : List.of();
    for (Entry entry : candidates) {
      if (entry.namespace().same(client) == Same.NO
          && entry.visibility().from(client) == Same.YES
          && speaksFor(entry.host(), host) == Same.YES) {
        for (Subset defined : entry.rule().subsets()) {
          if (defined.name() != null && defined.name().value().equals(subset.value())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Answer<Subset> undefined(HostName read, Text host, Resource from) {
    NamespaceRef client = from.namespace();
    Answer<MeshService> service = registry.resolve(read, host.value(), client);
    if (service instanceof Unknown<MeshService> unknown
        && (unknown.why() == Why.DECLARED_ELSEWHERE || unknown.why() == Why.PLACEHOLDER)) {
      return new Unknown<>(unknown.why());
    }
    boolean own =
        read instanceof HostName.ServiceName name && name.namespace().same(client) == Same.YES;
    if (own && configuration.settings().self() && !kustomizations.refersElsewhere(from)) {
      return new Absent<>(Evidence.SAME_OBJECT, List.of(), null);
    }
    return configuration.settings().world() == World.CLOSED
        ? new Absent<>(Evidence.CLOSED, List.of(), null)
        : new Unknown<>(Why.NOT_IN_VIEW);
  }
}
