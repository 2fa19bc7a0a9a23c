package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Subset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The DestinationRules by host and namespace, so that a look-up touches those only that may answer it.
 *
 * <p>Filled while the mesh is built, then only read.
 */
final class DestinationRuleIndex {
  private final Map<String, Map<HostName, Map<NamespaceRef, Bucket>>> byName = new HashMap<>();
  private final Map<NamespaceRef, Wildcards> wildcardsIn = new HashMap<>();
  private final Wildcards wildcards = new Wildcards();
  private final Map<HostName, Map<String, List<Entry>>> definers = new ConcurrentHashMap<>();
  private int count;

  /**
   * A rule.
   *
   * @param rule the rule
   * @param visibility who sees it
   * @param order its place among all rules
   */
  record Entry(DestinationRule rule, Visibility visibility, int order) {}

  /** The rules of one namespace for one host as it is written, in the order of the files. */
  static final class Bucket {
    private final HostName host;
    private final NamespaceRef namespace;
    private final List<Entry> entries = new ArrayList<>(1);
    private boolean seenByAll = true;

    Bucket(HostName host, NamespaceRef namespace) {
      this.host = host;
      this.namespace = namespace;
    }

    HostName host() {
      return host;
    }

    NamespaceRef namespace() {
      return namespace;
    }

    List<Entry> entries() {
      return entries;
    }

    /** Whether every namespace sees every one of them. */
    boolean isSeenByAll() {
      return seenByAll;
    }

    /** The length of what follows the star; a host without a star is more specific than any with one. */
    int specificity() {
      return host instanceof HostName.Wildcard wildcard
          ? wildcard.suffix().length()
          : Integer.MAX_VALUE;
    }

    private void add(Entry entry) {
      entries.add(entry);
      seenByAll &= entry.visibility().isEverywhere() && !entry.visibility().open();
    }
  }

  /** Wildcard rules by what follows the star. */
  private static final class Wildcards {
    private final Map<String, List<Bucket>> bySuffix = new HashMap<>();

    private final Map<String, List<Bucket>> byServiceSuffix = new HashMap<>();

    private final List<Bucket> ofNamespaces = new ArrayList<>();

    void add(HostName.Wildcard wildcard, Bucket bucket) {
      String suffix = wildcard.suffix();
      bySuffix.computeIfAbsent(suffix, any -> new ArrayList<>(1)).add(bucket);
      byServiceSuffix
          .computeIfAbsent(wildcard.suffixForServices(), any -> new ArrayList<>(1))
          .add(bucket);
      if (suffix.contains(".svc")) {
        ofNamespaces.add(bucket);
      }
    }

    void find(HostName host, List<Bucket> found) {
      if (host instanceof HostName.Wildcard wildcard) {
        found.addAll(bySuffix.getOrDefault(wildcard.suffix(), List.of()));
      } else if (host instanceof HostName.External external) {
        findCovering(external.name(), bySuffix, found);
      } else if (host instanceof HostName.ServiceName service) {
        if (service.namespace().isNamed()) {
          findCovering(fullName(service), byServiceSuffix, found);
        } else {
          found.addAll(bySuffix.getOrDefault("", List.of()));
          found.addAll(bySuffix.getOrDefault(".local", List.of()));
          found.addAll(ofNamespaces);
        }
      }
    }

    private static void findCovering(
        String name, Map<String, List<Bucket>> suffixes, List<Bucket> found) {
      for (int start = 1; start <= name.length() && !suffixes.isEmpty(); start++) {
        found.addAll(suffixes.getOrDefault(name.substring(start), List.of()));
      }
    }
  }

  void add(DestinationRule rule, HostName host, Visibility visibility) {
    if (host instanceof HostName.Open) {
      return;
    }
    NamespaceRef own = rule.resource().namespace();
    Map<NamespaceRef, Bucket> ofHost =
        byName
            .computeIfAbsent(name(host), any -> new LinkedHashMap<>(2))
            .computeIfAbsent(host, any -> new LinkedHashMap<>(2));
    Bucket bucket = ofHost.get(own);
    if (bucket == null) {
      bucket = new Bucket(host, own);
      ofHost.put(own, bucket);
      if (host instanceof HostName.Wildcard wildcard) {
        wildcardsIn.computeIfAbsent(own, any -> new Wildcards()).add(wildcard, bucket);
        wildcards.add(wildcard, bucket);
      }
    }
    bucket.add(new Entry(rule, visibility, count++));
  }

  private static String name(HostName host) {
    return host instanceof HostName.ServiceName service
        ? service.name()
        : host instanceof HostName.External external
            ? external.name()
            : host instanceof HostName.Wildcard wildcard ? "*" + wildcard.suffix() : "";
  }

  private static String fullName(HostName.ServiceName service) {
    return service.name()
        + "."
        + service.namespace().name()
        + ".svc."
        + HostName.DEFAULT_CLUSTER_DOMAIN;
  }

  /** The rules for certainly this host by the names of their subsets. */
  Map<String, List<Entry>> definers(HostName host) {
    if (speaksFor(host, host) != Same.YES) {
      return Map.of();
    }
    return definers.computeIfAbsent(
        host,
        any -> {
          Map<String, List<Entry>> bySubset = new HashMap<>();
          Map<HostName, Map<NamespaceRef, Bucket>> named =
              byName.getOrDefault(name(host), Map.of());
          for (Bucket bucket : named.getOrDefault(host, Map.of()).values()) {
            bucket.entries().forEach(entry -> addSubsets(entry, bySubset));
          }
          return bySubset;
        });
  }

  private static void addSubsets(Entry entry, Map<String, List<Entry>> bySubset) {
    for (Subset subset : entry.rule().subsets()) {
      if (subset.name() != null) {
        bySubset.computeIfAbsent(subset.name().value(), any -> new ArrayList<>(1)).add(entry);
      }
    }
  }

  /** The rules of these namespaces, and of any that may be one of them, whose host is or may be this one or covers it. */
  List<Bucket> candidates(HostName host, List<NamespaceRef> namespaces) {
    List<Bucket> found = new ArrayList<>();
    boolean anywhere = false;
    for (NamespaceRef namespace : namespaces) {
      anywhere |= !namespace.isNamed();
    }
    Set<NamespaceRef> wanted = new LinkedHashSet<>(namespaces);
    wanted.add(NamespaceRef.ASSUMED);
    wanted.add(NamespaceRef.OPEN);
    if (!(host instanceof HostName.Wildcard)) {
      Map<HostName, Map<NamespaceRef, Bucket>> named = byName.getOrDefault(name(host), Map.of());
      for (HostName variant : variants(host, named)) {
        Map<NamespaceRef, Bucket> ofVariant = named.getOrDefault(variant, Map.of());
        if (anywhere) {
          found.addAll(ofVariant.values());
        } else {
          wanted.forEach(namespace -> addIfThere(ofVariant.get(namespace), found));
        }
      }
    }
    if (anywhere) {
      wildcards.find(host, found);
    } else {
      for (NamespaceRef namespace : wanted) {
        Wildcards there = wildcardsIn.get(namespace);
        if (there != null) {
          there.find(host, found);
        }
      }
    }
    return found;
  }

  private static void addIfThere(@Nullable Bucket bucket, List<Bucket> found) {
    if (bucket != null) {
      found.add(bucket);
    }
  }

  /** The hosts with this name that are or may be this one. */
  private static Set<HostName> variants(
      HostName host, Map<HostName, Map<NamespaceRef, Bucket>> named) {
    if (host instanceof HostName.ServiceName service && !service.namespace().isNamed()) {
      return named.keySet();
    }
    Set<HostName> variants = new LinkedHashSet<>();
    variants.add(host);
    if (host instanceof HostName.ServiceName service) {
      variants.add(new HostName.ServiceName(service.name(), NamespaceRef.ASSUMED));
      variants.add(new HostName.ServiceName(service.name(), NamespaceRef.OPEN));
    }
    return variants;
  }

  /** Whether the host of a rule is this one or covers it. */
  static Same speaksFor(HostName rule, HostName host) {
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
}
