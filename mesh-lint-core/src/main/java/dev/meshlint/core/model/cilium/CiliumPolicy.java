package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.ResourceView;
import java.util.ArrayList;
import java.util.List;

/** A policy of Cilium, in one namespace or in all of the cluster. */
public abstract sealed class CiliumPolicy extends ResourceView
    permits CiliumNetworkPolicy, CiliumClusterwideNetworkPolicy {
  CiliumPolicy(At at) {
    super(at);
  }

  /** The rules: the {@code spec}, then the {@code specs}. */
  public final List<PolicyRule> rules() {
    List<PolicyRule> rules = new ArrayList<>();
    PolicyRule single = child("spec", PolicyRule::new);
    if (single.present()) {
      rules.add(single);
    }
    rules.addAll(list("specs", PolicyRule::new));
    return rules;
  }

  /** Whether a rule cannot be relied on, so that nothing may be concluded from what the others lack. */
  public final boolean isOpen() {
    return isOpen("spec") || isOpen("specs");
  }
}
