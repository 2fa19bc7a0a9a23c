package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumPolicy;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.List;

/** A policy whose directions are all absent or empty lists: it enforces nothing. */
public final class EmptyPolicy extends MeshRule {
  private static final List<String> SECTIONS =
      List.of("ingress", "ingressDeny", "egress", "egressDeny");

  public EmptyPolicy() {
    super("cilium-empty-policy");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<CiliumPolicy> policies = new ArrayList<>(mesh.all(CiliumNetworkPolicy.class));
    policies.addAll(mesh.all(CiliumClusterwideNetworkPolicy.class));
    for (CiliumPolicy policy : policies) {
      for (PolicyRule rule : policy.rules()) {
        check(rule, out);
      }
    }
  }

  private static void check(PolicyRule rule, Findings out) {
    List<String> empty = new ArrayList<>();
    boolean filled = false;
    for (String section : SECTIONS) {
      if (rule.isOpen(section) || !rule.list(section, View::new).isEmpty()) {
        filled = true;
      } else if (rule.has(section)) {
        empty.add(section);
      }
    }
    if (!filled && rule.present() && !rule.open()) {
      out.report(
              empty.isEmpty() ? rule : rule.at(empty.get(0)),
              "the policy has no entry in any direction: Cilium enforces nothing and everything stays allowed")
          .as("whole")
          .help("write `ingress: [{}]` or `egress: [{}]` to deny by default");
      return;
    }
    for (String section : empty) {
      if (!rule.enableDefaultDeny().has(section.startsWith("in") ? "ingress" : "egress")) {
        out.report(
                rule.at(section),
                "\"%s\" is an empty list: that direction is not enforced".formatted(section))
            .as("section")
            .help("write `" + section + ": [{}]` to deny by default, or remove it");
      }
    }
  }
}
