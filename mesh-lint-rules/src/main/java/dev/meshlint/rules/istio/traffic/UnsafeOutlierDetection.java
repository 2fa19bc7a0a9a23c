package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.OutlierDetection;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Outlier detection that may eject every host for a single error. */
public final class UnsafeOutlierDetection extends ResourceRule<DestinationRule> {
  public UnsafeOutlierDetection() {
    super("istio-unsafe-outlier-detection", DestinationRule.class);
  }

  @Override
  public void check(DestinationRule rule, Mesh mesh, Findings out) {
    Duration shortest = out.options().duration("shortest");
    for (TrafficPolicy policy : rule.trafficPolicies()) {
      check(policy.outlierDetection(), shortest, out);
      for (PortTrafficPolicy port : policy.portLevelSettings()) {
        check(port.outlierDetection(), shortest, out);
      }
    }
  }

  private static void check(OutlierDetection detection, Duration shortest, Findings out) {
    boolean single =
        isOne(detection.consecutive5xxErrors())
            || isOne(detection.consecutiveGatewayErrors())
            || isOne(detection.consecutiveErrors());
    boolean all = Objects.equals(detection.maxEjectionPercent(), 100);
    if (single && all) {
      out.report(
          detection.at("maxEjectionPercent"),
          "one error ejects a host and all hosts may be ejected at once: a single bad request can stop the service");
    }
    checkDuration(detection, "interval", shortest, out);
    checkDuration(detection, "baseEjectionTime", shortest, out);
  }

  private static void checkDuration(
      OutlierDetection detection, String field, Duration shortest, Findings out) {
    Duration value = detection.duration(field);
    if (value != null && value.compareTo(shortest) < 0) {
      out.report(
          detection.at(field),
          "%s %s is too short to judge a host by: hosts come and go at random"
              .formatted(field, detection.text(field)));
    }
  }

  private static boolean isOne(@Nullable Integer errors) {
    return errors != null && errors == 1;
  }
}
