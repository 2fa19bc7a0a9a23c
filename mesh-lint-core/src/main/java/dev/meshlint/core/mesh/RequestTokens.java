package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who checks tokens of requests, and who demands that there are any: two policies that only together keep requests without a
 * token out. Source: Istio's reference of RequestAuthentication.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class RequestTokens {
  private final WorkloadPolicies policies;
  private final MeshSettings settings;
  private final Map<NamespaceRef, List<RequestAuthentication>> checking = new HashMap<>();
  private boolean openNamespaces;
  private boolean routesByClaims;

  RequestTokens(WorkloadPolicies policies, MeshSettings settings) {
    this.policies = policies;
    this.settings = settings;
  }

  void add(RequestAuthentication policy) {
    NamespaceRef namespace = policy.resource().namespace();
    openNamespaces |= !namespace.isNamed();
    checking.computeIfAbsent(namespace, any -> new ArrayList<>(1)).add(policy);
  }

  void add(VirtualService routes) {
    routesByClaims |= !routes.claimMatches().isEmpty();
  }

  /**
   * The policies that check tokens of requests to these pods, by selector or perhaps at a gateway or waypoint before them.
   *
   * @return absent in view where some lie in the namespaces that count, but none of them is for these pods
   */
  public Answer<RequestAuthentication> checking(PodGroup pods) {
    List<Located> others = new ArrayList<>();
    for (NamespaceRef namespace : List.of(pods.namespace(), policies.root())) {
      for (RequestAuthentication policy : in(namespace)) {
        Selector selector = Selector.of(policy.selector().labels());
        if (!policy.targetRefs().isEmpty() || pods.selectedBy(selector) != Same.NO) {
          return Answer.found(policy);
        }
        others.add(policy);
      }
    }
    return missing(others, pods.namespace());
  }

  /** The policies that check tokens of requests to what this policy is for. */
  public Answer<RequestAuthentication> checking(AuthorizationPolicy policy) {
    if (policy.targetRefs().isEmpty()) {
      return policy.selector().open()
          ? new Unknown<>(Why.PLACEHOLDER)
          : checking(policies.podsOf(policy));
    }
    List<Located> others = new ArrayList<>();
    for (NamespaceRef namespace : List.of(policy.resource().namespace(), policies.root())) {
      for (RequestAuthentication other : in(namespace)) {
        if (mayShareTarget(policy, other)) {
          return Answer.found(other);
        }
        others.add(other);
      }
    }
    return missing(others, policy.resource().namespace());
  }

  /**
   * The policies that demand a token of requests to what this one is for.
   *
   * @return absent in view where some lie in the namespaces that count, but none of them demands a token; unknown where
   *     routes demand claims
   */
  public Answer<AuthorizationPolicy> demanding(RequestAuthentication policy) {
    List<Located> others = new ArrayList<>();
    boolean root = policies.isRoot(policy);
    for (NamespaceRef namespace : List.of(policy.resource().namespace(), policies.root())) {
      for (AuthorizationPolicy other : policies.authorizationsIn(namespace)) {
        if (other.demandsToken() && mayMeet(policy, other)) {
          return new Found<>(List.of(other));
        }
        others.add(other);
      }
    }
    if (routesByClaims) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    return root ? new Unknown<>(Why.NOT_IN_VIEW) : missing(others, policy.resource().namespace());
  }

  private List<RequestAuthentication> in(NamespaceRef namespace) {
    return checking.getOrDefault(namespace, List.of());
  }

  private <T> Answer<T> missing(List<Located> others, NamespaceRef namespace) {
    if (Names.isComplete(namespace, settings)) {
      return new Absent<>(Evidence.CLOSED, List.of(), null);
    }
    if (namespace.kind() == NamespaceRef.Kind.OPEN || (namespace.isNamed() && openNamespaces)) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    return others.isEmpty()
        ? new Unknown<>(Why.NOT_IN_VIEW)
        : new Absent<>(Evidence.IN_VIEW, others.subList(0, 1), null);
  }

  private static boolean mayMeet(WorkloadSelecting one, WorkloadSelecting other) {
    if (!one.targetRefs().isEmpty() || !other.targetRefs().isEmpty()) {
      return one.targetRefs().isEmpty() || mayShareTarget(other, one);
    }
    return PodGroup.of(one).selectedBy(Selector.of(other.selector().labels())) != Same.NO;
  }

  /** Whether one is attached to what the other is; a policy without targets may be for the proxies of one. */
  private static boolean mayShareTarget(WorkloadSelecting attached, WorkloadSelecting other) {
    if (other.targetRefs().isEmpty()) {
      return true;
    }
    for (Reference target : attached.targetRefs()) {
      Text name = target.name();
      for (Reference wanted : other.targetRefs()) {
        Text wantedName = wanted.name();
        boolean wide = !PolicyTargets.kindOf(wanted).equals(PolicyTargets.kindOf(target));
        if (wide || name == null || wantedName == null || name.value().equals(wantedName.value())) {
          return true;
        }
      }
    }
    return false;
  }
}
