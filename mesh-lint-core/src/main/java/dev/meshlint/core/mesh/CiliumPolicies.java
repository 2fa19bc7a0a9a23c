package dev.meshlint.core.mesh;

import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of Cilium's policies, of one namespace and of the cluster. Immutable. */
public final class CiliumPolicies {
  private final List<PolicyRule> rules;

  private final Map<String, NetworkPolicy> opening = new HashMap<>();

  private CiliumPolicies(List<PolicyRule> rules, List<NetworkPolicy> others) {
    this.rules = rules;
    for (NetworkPolicy policy : others) {
      CiliumSelection subject = CiliumSelection.subject(policy);
      if (!subject.open() && opensIngress(policy)) {
        opening.merge(subject.canonical(), policy, CiliumPolicies::first);
      }
    }
  }

  private static NetworkPolicy first(NetworkPolicy one, NetworkPolicy other) {
    return one.resource().title().compareTo(other.resource().title()) <= 0 ? one : other;
  }

  private static boolean opensIngress(NetworkPolicy policy) {
    for (NetworkPolicyRule rule : policy.ingress()) {
      if (rule.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The NetworkPolicy that is for the same pods and lets everything in; null where none in view does. */
  public @Nullable NetworkPolicy openingIngress(CiliumSelection subject) {
    return opening.get(subject.canonical());
  }

  static CiliumPolicies of(Mesh mesh) {
    List<PolicyRule> rules = new ArrayList<>();
    mesh.all(CiliumNetworkPolicy.class).forEach(policy -> rules.addAll(policy.rules()));
    mesh.all(CiliumClusterwideNetworkPolicy.class).forEach(policy -> rules.addAll(policy.rules()));
    return new CiliumPolicies(List.copyOf(rules), mesh.all(NetworkPolicy.class));
  }

  /** All rules, those of namespaces first. */
  public List<PolicyRule> rules() {
    return rules;
  }

  /** All entries of all rules, allowing and denying. */
  public List<TrafficRule> traffic() {
    List<TrafficRule> all = new ArrayList<>();
    rules.forEach(rule -> all.addAll(rule.traffic()));
    return all;
  }
}
