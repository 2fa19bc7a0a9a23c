package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.Mtls;
import dev.meshlint.core.model.istio.MtlsMode;
import dev.meshlint.core.model.istio.PeerAuthentication;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which policies hold for a workload, and its effective mutual TLS: port before workload before namespace before root
 * namespace. Source: Istio's reference of PeerAuthentication and AuthorizationPolicy.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class WorkloadPolicies {
  private final MeshConfiguration configuration;
  private final Nearness nearness;
  private final PolicyIndex<PeerAuthentication> peers = new PolicyIndex<>();
  private final PolicyIndex<AuthorizationPolicy> authorizations = new PolicyIndex<>();
  private final PolicyIndex<AuthorizationPolicy> allowing = new PolicyIndex<>();

  WorkloadPolicies(MeshConfiguration configuration, Nearness nearness) {
    this.configuration = configuration;
    this.nearness = nearness;
  }

  void add(PeerAuthentication policy) {
    if (!isRoot(policy) || policy.selector().selectsAll()) {
      peers.add(policy);
    }
  }

  void add(AuthorizationPolicy policy) {
    authorizations.add(policy);
    if (AuthorizationOverlap.allows(policy)) {
      allowing.add(policy);
    }
  }

  /** To be called when all have been added. */
  void close() {
    peers.close();
    authorizations.close();
    allowing.close();
  }

  /**
   * Mutual TLS in force.
   *
   * @param mode DISABLE, PERMISSIVE or STRICT
   * @param by what decides it; null for Istio's default
   */
  public record EffectiveMtls(MtlsMode mode, @Nullable Located by) {}

  /** The AuthorizationPolicies that certainly hold for a workload by selector: of its namespace and of the root namespace. */
  public List<AuthorizationPolicy> authorizations(MeshWorkload workload) {
    List<AuthorizationPolicy> holding = new ArrayList<>();
    for (NamespaceRef namespace : ownAndRoot(workload.namespace())) {
      SelectorIndex<AuthorizationPolicy> index = authorizations.in(namespace);
      holding.addAll(index.whole());
      holding.addAll(index.selecting(PodGroup.of(workload)));
    }
    return holding;
  }

  /** Whether a policy other than this one may allow requests to a workload that this one selects. */
  public boolean mayAllow(AuthorizationPolicy policy) {
    return new AuthorizationOverlap(this, nearness).mayAllow(policy, allowing);
  }

  /** Another policy, applied together with this one, that allows requests to workloads that this one selects too; or null. */
  public @Nullable AuthorizationPolicy allowingTheSame(AuthorizationPolicy policy) {
    return new AuthorizationOverlap(this, nearness)
        .allowingTheSame(policy, allowing.in(policy.resource().namespace()));
  }

  /** The AuthorizationPolicies by namespace and selector. */
  PolicyIndex<AuthorizationPolicy> authorizations() {
    return authorizations;
  }

  /** The namespaces whose policies hold in a namespace: itself, and the root namespace. */
  List<NamespaceRef> ownAndRoot(NamespaceRef own) {
    return own.equals(root()) ? List.of(own) : List.of(own, root());
  }

  /** The root namespace, whose policies hold for the whole mesh. */
  NamespaceRef root() {
    return NamespaceRef.named(configuration.rootNamespace());
  }

  /**
   * The mutual TLS mode that a workload asks of its callers.
   *
   * @param workload the workload
   * @param port the port of the pod; null for ports without a setting of their own
   */
  public Answer<EffectiveMtls> mtls(MeshWorkload workload, @Nullable Integer port) {
    return mtls(PodGroup.of(workload), port);
  }

  /**
   * The mutual TLS mode that pods ask of their callers; unknown where a policy may select some of them only.
   *
   * @param pods the pods
   * @param port the port of the pods; null for ports without a setting of their own
   */
  public Answer<EffectiveMtls> mtls(PodGroup pods, @Nullable Integer port) {
    SelectorIndex<PeerAuthentication> index = peers.in(pods.namespace());
    if (!index.open().isEmpty()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    if (index.perhapsSelecting(pods) != null) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    List<PeerAuthentication> own = index.selecting(pods);
    if (port != null) {
      Answer<EffectiveMtls> ofPort = ofPort(own, port);
      if (!ofPort.isAbsent()) {
        return ofPort;
      }
    }
    Answer<EffectiveMtls> ofWorkload = agreed(own);
    return ofWorkload.isAbsent() ? mtls(pods.namespace()) : ofWorkload;
  }

  /** Whether a resource is a PeerAuthentication without a selector. */
  boolean isForWholeNamespace(Resource policy) {
    for (PeerAuthentication peer : peers.in(policy.namespace()).whole()) {
      if (peer.resource() == policy) {
        return true;
      }
    }
    return false;
  }

  /** The pods that a policy selects; those of a policy with a selector in the root namespace may be anywhere. */
  public PodGroup podsOf(WorkloadSelecting policy) {
    PodGroup pods = PodGroup.of(policy);
    return isRoot(policy) && !pods.labels().isEmpty()
        ? new PodGroup(NamespaceRef.OPEN, pods.labels(), false)
        : pods;
  }

  /** Whether a policy lies in the root namespace, where PeerAuthentications with a selector are ignored. */
  public boolean isRoot(WorkloadSelecting policy) {
    return policy.resource().namespace().same(root()) == Same.YES;
  }

  /** The mode that holds in a namespace for workloads without a policy of their own. */
  public Answer<EffectiveMtls> mtls(NamespaceRef namespace) {
    if (peers.mayHoldOthers(namespace, root())) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    for (NamespaceRef level : ownAndRoot(namespace)) {
      Answer<EffectiveMtls> answer = agreed(peers.in(level).whole());
      if (!answer.isAbsent()) {
        return answer;
      }
    }
    return configuration.settings().world() == World.CLOSED
        ? Answer.found(new EffectiveMtls(MtlsMode.PERMISSIVE, null))
        : new Unknown<>(Why.NOT_IN_VIEW);
  }

  private static Answer<EffectiveMtls> ofPort(List<PeerAuthentication> policies, int port) {
    EffectiveMtls agreed = null;
    for (PeerAuthentication policy : policies) {
      for (Named<Mtls> entry : policy.portLevelMtls()) {
        if (!entry.name().equals(Integer.toString(port))
            || entry.value().mode() == MtlsMode.UNSET) {
          continue;
        }
        if (entry.value().mode() == MtlsMode.UNKNOWN) {
          return new Unknown<>(Why.PLACEHOLDER);
        }
        EffectiveMtls here = new EffectiveMtls(entry.value().mode(), entry.value().at("mode"));
        if (agreed != null && agreed.mode() != here.mode()) {
          return new Unknown<>(Why.NAMESPACE_OPEN);
        }
        agreed = here;
      }
    }
    return agreed == null ? nothing() : Answer.found(agreed);
  }

  /** What these policies ask for if they agree; absent if none asks for anything. */
  private static Answer<EffectiveMtls> agreed(List<PeerAuthentication> policies) {
    EffectiveMtls agreed = null;
    for (PeerAuthentication policy : policies) {
      MtlsMode mode = policy.mtls().mode();
      if (mode == MtlsMode.UNSET) {
        continue;
      }
      if (mode == MtlsMode.UNKNOWN) {
        return new Unknown<>(Why.PLACEHOLDER);
      }
      if (agreed != null && agreed.mode() != mode) {
        return new Unknown<>(Why.NAMESPACE_OPEN);
      }
      agreed = new EffectiveMtls(mode, policy.mtls().at("mode"));
    }
    return agreed == null ? nothing() : Answer.found(agreed);
  }

  private static Answer<EffectiveMtls> nothing() {
    return new Absent<>(Evidence.SAME_OBJECT, List.of(), null);
  }
}
