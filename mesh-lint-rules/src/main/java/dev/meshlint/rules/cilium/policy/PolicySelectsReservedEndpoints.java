package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.SelectorKey;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;
import java.util.Set;

/** A policy for all endpoints of the cluster, which takes Cilium's own ones too. */
public final class PolicySelectsReservedEndpoints
    extends ResourceRule<CiliumClusterwideNetworkPolicy> {
  private static final Set<String> ENOUGH =
      Set.of("all", "cluster", "health", "remote-node", "ingress");

  public PolicySelectsReservedEndpoints() {
    super("cilium-policy-selects-reserved-endpoints", CiliumClusterwideNetworkPolicy.class);
  }

  @Override
  public void check(CiliumClusterwideNetworkPolicy policy, Mesh mesh, Findings out) {
    for (PolicyRule rule : policy.rules()) {
      if (!rule.endpointSelector().selectsAll()) {
        continue;
      }
      boolean ingress = rule.deniesByDefault(true) && !lets(rule.ingress());
      boolean egress = rule.deniesByDefault(false) && !lets(rule.egress());
      if (ingress || egress) {
        out.report(
                rule.at("endpointSelector"),
                "the empty selector takes Cilium's health and ingress endpoints too: %s is denied to them by default"
                    .formatted(ingress ? "what comes in" : "what goes out"))
            .as(ingress ? "ingress" : "egress")
            .help("ask for the label io.kubernetes.pod.namespace with the operator Exists");
      }
    }
  }

  private static boolean lets(List<? extends TrafficRule> entries) {
    for (TrafficRule entry : entries) {
      for (Text entity : entry.entities()) {
        if (entity.open() || ENOUGH.contains(entity.value())) {
          return true;
        }
      }
      for (EndpointSelector peer : entry.endpoints()) {
        for (SelectorKey key : peer.keys()) {
          if (key.source().equals("reserved")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
