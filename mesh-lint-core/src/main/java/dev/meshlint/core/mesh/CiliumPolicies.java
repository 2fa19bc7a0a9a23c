package dev.meshlint.core.mesh;

import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.List;

/** The rules of Cilium's policies, of one namespace and of the cluster. Immutable. */
public final class CiliumPolicies {
  private final List<PolicyRule> rules;

  private CiliumPolicies(List<PolicyRule> rules) {
    this.rules = rules;
  }

  static CiliumPolicies of(Mesh mesh) {
    List<PolicyRule> rules = new ArrayList<>();
    mesh.all(CiliumNetworkPolicy.class).forEach(policy -> rules.addAll(policy.rules()));
    mesh.all(CiliumClusterwideNetworkPolicy.class).forEach(policy -> rules.addAll(policy.rules()));
    return new CiliumPolicies(List.copyOf(rules));
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
