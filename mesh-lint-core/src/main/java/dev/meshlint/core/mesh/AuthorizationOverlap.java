package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Which AuthorizationPolicies hold for the same workloads. Source: Istio's reference of AuthorizationPolicy, section on
 * how policies are evaluated together. Immutable.
 */
final class AuthorizationOverlap {
  private final WorkloadPolicies policies;
  private final Nearness nearness;

  AuthorizationOverlap(WorkloadPolicies policies, Nearness nearness) {
    this.policies = policies;
    this.nearness = nearness;
  }

  /** Whether another policy may allow requests to a workload of this one. */
  boolean mayAllow(AuthorizationPolicy policy, Iterable<AuthorizationPolicy> others) {
    boolean mesh = policies.isRoot(policy);
    NamespaceRef own = policy.resource().namespace();
    for (AuthorizationPolicy other : others) {
      boolean reaches =
          mesh || policies.isRoot(other) || other.resource().namespace().same(own) != Same.NO;
      if (reaches && allows(other) && mayMeet(policy, other)) {
        return true;
      }
    }
    return false;
  }

  /** Those that allow some requests, to workloads that this one selects too, and are applied together with it. */
  List<AuthorizationPolicy> allowingTheSame(
      AuthorizationPolicy policy, List<AuthorizationPolicy> others) {
    List<AuthorizationPolicy> same = new ArrayList<>();
    if (!policy.targetRefs().isEmpty()) {
      return same;
    }
    Selector selector = Selector.of(policy.selector().labels());
    Resource own = policy.resource();
    for (AuthorizationPolicy other : others) {
      if (allows(other)
          && other.targetRefs().isEmpty()
          && nearness.mayMeet(own, other.resource())
          && nearness.appliedTogether(own, other.resource())
          && PodGroup.of(other).selectedBy(selector) == Same.YES) {
        same.add(other);
      }
    }
    return same;
  }

  private static boolean allows(AuthorizationPolicy policy) {
    return (policy.action() == AuthorizationAction.ALLOW
            || policy.action() == AuthorizationAction.UNKNOWN)
        && !policy.allowsNothing();
  }

  private static boolean mayMeet(AuthorizationPolicy one, AuthorizationPolicy other) {
    return !one.targetRefs().isEmpty()
        || !other.targetRefs().isEmpty()
        || PodGroup.of(one).selectedBy(Selector.of(other.selector().labels())) != Same.NO;
  }
}
