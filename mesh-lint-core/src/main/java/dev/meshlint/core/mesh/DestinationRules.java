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
import dev.meshlint.core.mesh.DestinationRuleIndex.Bucket;
import dev.meshlint.core.mesh.DestinationRuleIndex.Entry;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Subset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which DestinationRules speak for a host, in pilot's order: those of the client's namespace, else of the service's, else
 * of the root namespace; in each the most specific host wins, and rules of one host are merged.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class DestinationRules {
  /** So many of the rules that lack a subset are shown. */
  private static final int MOST_SHOWN = 10;

  private final ServiceRegistry registry;
  private final MeshConfiguration configuration;
  private final Kustomizations kustomizations;
  private final Nearness nearness;
  private final DestinationRuleIndex index = new DestinationRuleIndex();
  private final Map<Bucket, Speakers> ofBucket = new ConcurrentHashMap<>();
  private final Map<Question, Speakers> answered = new ConcurrentHashMap<>();

  /** Who asks for the rules of which host. */
  private record Question(HostName host, NamespaceRef client) {
    // By hand, as hashCode: what a record generates is linked at run time, which every run pays
    // for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Question other
          && host.equals(other.host)
          && client.equals(other.client);
    }

    @Override
    public int hashCode() {
      return 31 * host.hashCode() + client.hashCode();
    }
  }

  /** The rules that speak for a host, and what subsets those nearest to a reference define. */
  private record Speakers(Applying applying, NearestOf<DestinationRule, DefinedSubsets> subsets) {}

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
    index.add(rule, host, visibility(rule));
  }

  /** To whom a rule is exported. */
  public Visibility visibility(DestinationRule rule) {
    return Visibility.of(
        rule.exportTo(),
        rule.resource().namespace(),
        configuration.defaultDestinationRuleExportTo());
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
    return speakers(host, client).applying();
  }

  private Speakers speakers(HostName host, NamespaceRef client) {
    Question question = new Question(host, client);
    Speakers answer = answered.get(question);
    if (answer == null) {
      answer = find(host, client);
      answered.put(question, answer);
    }
    return answer;
  }

  private Speakers find(HostName host, NamespaceRef client) {
    NamespaceRef service = host instanceof HostName.ServiceName name ? name.namespace() : client;
    NamespaceRef root = NamespaceRef.named(configuration.rootNamespace());
    List<NamespaceRef> order = List.of(client, service, root);
    List<Bucket> candidates = index.candidates(host, order);
    List<Entry> possible = new ArrayList<>();
    for (Bucket bucket : candidates) {
      addPossible(bucket, host, order, possible);
    }
    for (NamespaceRef namespace : order) {
      List<Bucket> widest = widest(candidates, host, namespace, client);
      if (widest.size() == 1 && widest.get(0).isSeenByAll() && possible.isEmpty()) {
        // One object for all hosts that a rule with a wildcard is for.
        return ofBucket.computeIfAbsent(
            widest.get(0), bucket -> speakers(bucket.entries(), List.of()));
      }
      if (!widest.isEmpty()) {
        List<Entry> certain = new ArrayList<>();
        widest.forEach(bucket -> addVisible(bucket, client, certain));
        return speakers(certain, possible);
      }
    }
    return speakers(List.of(), possible);
  }

  private Speakers speakers(List<Entry> certain, List<Entry> possible) {
    Applying applying = new Applying(inOrder(certain), inOrder(possible));
    return new Speakers(
        applying,
        nearness.index(applying.all(), rules -> DefinedSubsets.of(rules, kustomizations)));
  }

  private static List<DestinationRule> inOrder(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingInt(Entry::order));
    List<DestinationRule> rules = new ArrayList<>(sorted.size());
    sorted.forEach(entry -> rules.add(entry.rule()));
    return rules;
  }

  /** Of the buckets that certainly lie in a namespace and speak for the host to the client, the most specific. */
  private static List<Bucket> widest(
      List<Bucket> candidates, HostName host, NamespaceRef namespace, NamespaceRef client) {
    List<Bucket> best = new ArrayList<>();
    int specificity = -1;
    for (Bucket bucket : candidates) {
      if (bucket.specificity() >= specificity
          && bucket.namespace().same(namespace) == Same.YES
          && DestinationRuleIndex.speaksFor(bucket.host(), host) == Same.YES
          && isSeen(bucket, client)) {
        if (bucket.specificity() > specificity) {
          best.clear();
          specificity = bucket.specificity();
        }
        best.add(bucket);
      }
    }
    return best;
  }

  private static boolean isSeen(Bucket bucket, NamespaceRef client) {
    if (bucket.isSeenByAll()) {
      return true;
    }
    for (Entry entry : bucket.entries()) {
      if (entry.visibility().from(client) == Same.YES) {
        return true;
      }
    }
    return false;
  }

  private static void addVisible(Bucket bucket, NamespaceRef client, List<Entry> visible) {
    for (Entry entry : bucket.entries()) {
      if (entry.visibility().from(client) == Same.YES) {
        visible.add(entry);
      }
    }
  }

  private static void addPossible(
      Bucket bucket, HostName host, List<NamespaceRef> order, List<Entry> possible) {
    Same speaks = DestinationRuleIndex.speaksFor(bucket.host(), host);
    boolean reached = false;
    boolean certainly = false;
    boolean maybe = speaks == Same.MAYBE;
    for (NamespaceRef namespace : order) {
      Same same = bucket.namespace().same(namespace);
      reached |= same != Same.NO;
      maybe |= same == Same.MAYBE;
      certainly |= same == Same.YES && !maybe;
    }
    if (!reached || speaks == Same.NO || (certainly && bucket.isSeenByAll())) {
      return;
    }
    for (Entry entry : bucket.entries()) {
      Same seen = entry.visibility().from(order.get(0));
      if (seen != Same.NO && (seen == Same.MAYBE || (maybe && !certainly))) {
        possible.add(entry);
      }
    }
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
    DefinedSubsets defined = speakers(read, client).subsets().of(from);
    if (defined.hasOpenNames()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    List<Subset> found = defined.named(subset.value());
    if (!found.isEmpty()) {
      return new Found<>(found);
    }
    if (definesForOthers(read, subset, client)) {
      return new Unknown<>(Why.NOT_IN_VIEW);
    }
    if (!defined.rules().isEmpty()) {
      return defined.mayHaveOthers()
          ? new Unknown<>(Why.PLACEHOLDER)
          : new Absent<>(
              Evidence.SAME_OBJECT,
              List.copyOf(defined.rules().subList(0, Math.min(MOST_SHOWN, defined.rules().size()))),
              defined.suggestion(subset.value()));
    }
    return undefined(read, host, from);
  }

  /**
   * Whether a rule that pilot does not look at for this client, though it is exported to it, defines the subset: then the
   * route works for clients of the rule's own namespace, who may be the only ones.
   */
  private boolean definesForOthers(HostName host, Text subset, NamespaceRef client) {
    for (Entry entry : index.definers(host).getOrDefault(subset.value(), List.of())) {
      if (entry.rule().resource().namespace().same(client) == Same.NO
          && entry.visibility().from(client) == Same.YES) {
        return true;
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
