package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.EgressClients;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.SelectorKey;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyPeer;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.value.LabelSelector.Operator;
import dev.meshlint.core.value.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pods that a selector of Cilium's policies selects, with the namespace that it implies: the subject of a policy of a
 * namespace is in that namespace, and so is a peer whose selector does not name another one (Cilium documentation, "Layer 3
 * Policies"). Selectors of Kubernetes' NetworkPolicy are read as Cilium reads them: what is asked of namespaces is asked of
 * the labels that their pods have from them. Immutable.
 */
public final class CiliumSelection {
  private final CiliumRequirements requirements;
  private final @Nullable NamespaceRef implied;
  private final boolean open;

  private CiliumSelection(
      List<Requirement> requirements, @Nullable NamespaceRef implied, boolean open) {
    this.requirements = new CiliumRequirements(requirements);
    this.implied = implied;
    this.open = open;
  }

  /** The pods that a rule is for. */
  public static CiliumSelection subject(PolicyRule rule) {
    return of(rule.endpointSelector(), rule.isNamespaced() ? rule.resource().namespace() : null);
  }

  /** The pods that a NetworkPolicy of Kubernetes is for. */
  static CiliumSelection subject(NetworkPolicy policy) {
    return of(policy.podSelector(), policy.resource().namespace());
  }

  /** The pods that a peer of a NetworkPolicy means, which is no block of addresses. */
  static CiliumSelection peer(NetworkPolicyPeer peer) {
    return pods(peer, peer.has("namespaceSelector") ? null : peer.resource().namespace());
  }

  /** The pods that the {@code podSelector} and the {@code namespaceSelector} of an object mean together. */
  static CiliumSelection pods(View selectors, @Nullable NamespaceRef implied) {
    List<Requirement> all = new ArrayList<>();
    boolean open = false;
    for (String prefix : List.of("", CiliumLabels.NAMESPACE_LABELS)) {
      String key = prefix.isEmpty() ? "podSelector" : "namespaceSelector";
      dev.meshlint.core.value.LabelSelector known =
          selectors.child(key, LabelSelector::new).known();
      open |= known == null && selectors.has(key);
      if (known != null) {
        for (Requirement one : CiliumLabels.requirements(known)) {
          all.add(new Requirement(prefix + one.key(), one.operator(), one.values()));
        }
      }
    }
    return new CiliumSelection(all, implied, open);
  }

  /** The pods that a peer means. */
  public static CiliumSelection peer(EndpointSelector peer) {
    boolean namespaced = peer.resource().scope() == Resource.Scope.NAMESPACED;
    for (SelectorKey key : peer.keys()) {
      namespaced &=
          !key.isNamespace()
              && !key.source().equals("reserved")
              && !key.name().startsWith(CiliumLabels.NAMESPACE_LABELS);
    }
    return of(peer, namespaced ? peer.resource().namespace() : null);
  }

  /** The pods of all namespaces that a peer would mean if it implied none. */
  public static CiliumSelection anywhere(EndpointSelector peer) {
    return of(peer, null);
  }

  /** The pods of its own namespace that get the traffic of a local redirect. */
  public static CiliumSelection backends(CiliumLocalRedirectPolicy policy) {
    return of(policy.backendSelector(), policy.resource().namespace());
  }

  /** The pods whose traffic goes through an egress gateway. */
  public static CiliumSelection clients(EgressClients clients) {
    return pods(clients, null);
  }

  /** The pods of its own namespace that a Service selects. */
  static CiliumSelection behind(Service service) {
    List<Requirement> all = new ArrayList<>();
    boolean open = service.selector().isEmpty();
    for (View.Named<Text> label : service.selector()) {
      open |= label.value().open();
      all.add(new Requirement(label.name(), Operator.IN, List.of(label.value().value())));
    }
    return new CiliumSelection(all, service.resource().namespace(), open);
  }

  /** The one namespace of its pods, where it is known by name; null elsewhere. */
  public @Nullable NamespaceRef namespace() {
    NamespaceRef scope = scope();
    return scope != null && scope.isNamed() ? scope : null;
  }

  private static CiliumSelection of(LabelSelector selector, @Nullable NamespaceRef implied) {
    dev.meshlint.core.value.LabelSelector known = selector.known();
    return known == null
        ? new CiliumSelection(List.of(), implied, true)
        : new CiliumSelection(CiliumLabels.requirements(known), implied, false);
  }

  /** Whether it holds a placeholder, so that nothing is known. */
  public boolean open() {
    return open;
  }

  /** The namespace that it implies; null where it names one or is for the whole cluster. */
  public @Nullable NamespaceRef implied() {
    return implied;
  }

  /** Whether it selects every pod of the cluster. */
  boolean isEverything() {
    return !open && implied == null && requirements.all().isEmpty();
  }

  /** Whether it asks for labels that pods in files show, and for nothing else but a namespace. */
  public boolean isByLabels() {
    return requirements.areOfPods();
  }

  /** The one value that it asks of a label, or null. */
  public @Nullable String value(String key) {
    return requirements.value(key);
  }

  /** Whether it selects the pods of a workload. */
  public Same selects(MeshWorkload workload) {
    return open ? Same.MAYBE : inScope(workload.namespace()).and(requirements.metBy(workload));
  }

  /** Whether it selects all, none or perhaps some of these pods. */
  Same selects(PodGroup pods, NamespaceLabels namespaces) {
    return open ? Same.MAYBE : inScope(pods.namespace()).and(requirements.metBy(pods, namespaces));
  }

  private Same inScope(NamespaceRef namespace) {
    return implied == null ? Same.YES : implied.same(namespace);
  }

  /** The one namespace of its pods; null where it may have several or says it by other labels. */
  @Nullable NamespaceRef scope() {
    String named = value(CiliumLabels.NAMESPACE);
    String labelled = value(CiliumLabels.NAMESPACE_LABELS + NamespaceLabels.NAME_LABEL);
    String name = named == null ? labelled : named;
    return name == null ? implied : NamespaceRef.named(name);
  }

  /** The values that it asks of the pods' own labels, as far as it asks for one each. */
  Selector labels() {
    return new Selector(requirements.labels(), open);
  }

  /** Whether no pod can be selected by both. */
  public boolean excludes(CiliumSelection other) {
    if (open || other.open) {
      return false;
    }
    if (implied != null && other.implied != null && implied.same(other.implied) == Same.NO) {
      return true;
    }
    return requirements.in(implied).exclude(other.requirements.in(other.implied));
  }

  /** Whether it certainly selects all that another one selects. */
  boolean covers(CiliumSelection other) {
    if (open || other.open) {
      return false;
    }
    boolean sameNamespace =
        implied == null
            || (other.implied != null && implied.same(other.implied) == Same.YES)
            || (implied.isNamed() && implied.name().equals(other.value(CiliumLabels.NAMESPACE)));
    return sameNamespace
        && other.requirements.in(other.implied).all().containsAll(requirements.all());
  }

  /** What it asks for, a text for each requirement: that of one that covers another one are among the other's. */
  Set<String> required() {
    Set<String> texts = new LinkedHashSet<>();
    for (Requirement requirement : requirements.in(implied).all()) {
      texts.add(requirement.key() + ' ' + requirement.operator() + ' ' + requirement.values());
    }
    if (implied != null && !implied.isNamed()) {
      texts.add(implied.kind().name());
    }
    return texts;
  }

  /** The workloads that it certainly selects. */
  public List<MeshWorkload> selected(Workloads workloads) {
    return selected(workloads, this::selects);
  }

  /** As {@link #selected(Workloads)}, by the labels of namespaces too. */
  List<MeshWorkload> selected(Workloads workloads, NamespaceLabels namespaces) {
    return selected(workloads, workload -> selects(NetworkPolicies.podsOf(workload), namespaces));
  }

  private List<MeshWorkload> selected(Workloads workloads, Function<MeshWorkload, Same> selects) {
    Selector selector = labels();
    List<MeshWorkload> selected = new ArrayList<>();
    NamespaceRef scope = scope();
    List<MeshWorkload> candidates =
        scope == null ? workloads.everywhere(selector) : workloads.certain(selector, scope);
    for (MeshWorkload workload : candidates) {
      if (selects.apply(workload) == Same.YES) {
        selected.add(workload);
      }
    }
    return selected;
  }

  /** What these workloads carry instead of one of the labels: its value under another key, or a value plainly meant. */
  public @Nullable String nearest(List<MeshWorkload> workloads) {
    return requirements.nearest(workloads);
  }

  /** The same text for selections that ask for the same. */
  public String canonical() {
    return implied + " " + CiliumLabels.canonical(requirements.all());
  }
}
