package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Which AuthorizationPolicies hold for the same workloads. Source: Istio's reference of AuthorizationPolicy, section on
 * how policies are evaluated together. Immutable.
 */
final class AuthorizationOverlap {
  /** So many others are looked at before one that loses its effect is given up. */
  private static final int MOST_COMPARED = 100;

  private final WorkloadPolicies policies;
  private final Nearness nearness;

  AuthorizationOverlap(WorkloadPolicies policies, Nearness nearness) {
    this.policies = policies;
    this.nearness = nearness;
  }

  /** Whether another policy, of these that allow requests, may be for a workload of this one. */
  boolean mayAllow(AuthorizationPolicy policy, PolicyIndex<AuthorizationPolicy> allowing) {
    NamespaceRef own = policy.resource().namespace();
    if (policies.isRoot(policy) || !own.isNamed()) {
      for (NamespaceRef namespace : allowing.namespaces()) {
        if (mayMeet(policy, allowing.in(namespace))) {
          return true;
        }
      }
      return mayMeet(policy, allowing.inOpenNamespaces());
    }
    return mayMeet(policy, allowing.in(own))
        || mayMeet(policy, allowing.in(policies.root()))
        || mayMeet(policy, allowing.in(NamespaceRef.ASSUMED))
        || mayMeet(policy, allowing.inOpenNamespaces());
  }

  private static boolean mayMeet(
      AuthorizationPolicy policy, SelectorIndex<AuthorizationPolicy> others) {
    boolean attached = !policy.targetRefs().isEmpty() && !others.all().isEmpty();
    return attached
        || !others.attached().isEmpty()
        || others.perhapsFor(PodGroup.of(policy)) != null;
  }

  /** One of these that is for workloads which this one selects too, and is applied together with it; null if there is none. */
  @Nullable AuthorizationPolicy allowingTheSame(
      AuthorizationPolicy policy, SelectorIndex<AuthorizationPolicy> allowing) {
    if (!policy.targetRefs().isEmpty()) {
      return null;
    }
    Selector selector = Selector.of(policy.selector().labels());
    Resource own = policy.resource();
    int compared = 0;
    for (AuthorizationPolicy other : allowing.all()) {
      boolean meets =
          other.targetRefs().isEmpty()
              && nearness.mayMeet(own, other.resource())
              && nearness.appliedTogether(own, other.resource());
      if (meets && PodGroup.of(other).selectedBy(selector) == Same.YES) {
        return other;
      }
      if (compared++ == MOST_COMPARED) {
        return null;
      }
    }
    return null;
  }

  /** Whether a policy allows some requests. */
  static boolean allows(AuthorizationPolicy policy) {
    return (policy.action() == AuthorizationAction.ALLOW
            || policy.action() == AuthorizationAction.UNKNOWN)
        && !policy.allowsNothing();
  }
}
