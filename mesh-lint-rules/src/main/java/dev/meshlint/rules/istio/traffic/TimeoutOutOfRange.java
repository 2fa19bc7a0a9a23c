package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.time.Duration;

/** A timeout so long that it protects nobody. */
public final class TimeoutOutOfRange extends ResourceRule<VirtualService> {
  public TimeoutOutOfRange() {
    super("istio-timeout-out-of-range", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    Duration longest = out.options().duration("longest");
    for (HttpRoute route : routes.http()) {
      Duration timeout = route.duration("timeout");
      if (timeout != null && timeout.compareTo(longest) > 0) {
        out.report(
            route.at("timeout"),
            "a timeout of %s lets callers wait and requests pile up where the service hangs"
                .formatted(route.timeout()));
      }
    }
  }
}
