package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.LoadBalancer;
import dev.meshlint.core.model.istio.LocalitySetting;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import org.jspecify.annotations.Nullable;

/** Failover to other localities without the outlier detection that it needs to see failures. */
public final class LocalityWithoutOutlierDetection extends ResourceRule<DestinationRule> {
  public LocalityWithoutOutlierDetection() {
    super("istio-locality-without-outlier-detection", DestinationRule.class);
  }

  @Override
  public void check(DestinationRule rule, Mesh mesh, Findings out) {
    for (TrafficPolicy policy : rule.trafficPolicies()) {
      if (!rule.ejectsUnder(policy)) {
        check(policy.loadBalancer(), out);
      }
      for (PortTrafficPolicy port : policy.portLevelSettings()) {
        if (!port.has("outlierDetection") && !port.isOpen("outlierDetection")) {
          check(port.loadBalancer(), out);
        }
      }
    }
  }

  private static void check(LoadBalancer balancer, Findings out) {
    Located failover = failover(balancer.localityLbSetting());
    if (failover == null) {
      failover = failover(balancer.zoneAwareLbSetting());
    }
    if (failover != null) {
      out.report(
          failover,
          "failover has no effect without outlierDetection in the same policy: no host ever counts as failed");
    }
  }

  private static @Nullable Located failover(LocalitySetting setting) {
    if (Boolean.FALSE.equals(setting.enabled())) {
      return null;
    }
    if (!setting.failover().isEmpty()) {
      return setting.key("failover");
    }
    return setting.failoverPriority().isEmpty() ? null : setting.key("failoverPriority");
  }
}
