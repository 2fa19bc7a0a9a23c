package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** Limits on connections without ejection of failing hosts. */
public final class CircuitBreakerWithoutOutlierDetection extends ResourceRule<DestinationRule> {
  public CircuitBreakerWithoutOutlierDetection() {
    super("istio-circuit-breaker-without-outlier-detection", DestinationRule.class);
  }

  @Override
  public void check(DestinationRule rule, Mesh mesh, Findings out) {
    for (TrafficPolicy policy : rule.trafficPolicies()) {
      if (policy.connectionPool().present()
          && !policy.connectionPool().isEmpty()
          && !rule.ejectsUnder(policy)) {
        out.report(
            policy.key("connectionPool"),
            "connections are limited but failing hosts are never ejected: they keep getting their share of requests");
      }
    }
  }
}
