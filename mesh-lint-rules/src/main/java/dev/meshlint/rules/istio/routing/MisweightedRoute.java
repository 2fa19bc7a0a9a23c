package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Destination;
import dev.meshlint.core.model.istio.RouteDestination;
import dev.meshlint.core.model.istio.TrafficRoute;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Weights that read like percentages and are none, and destinations listed twice. */
public final class MisweightedRoute extends ResourceRule<VirtualService> {
  /** Below it weights are plain ratios, such as 1 to 3. */
  private static final int LEAST_PERCENTAGE = 10;

  private record Target(HostName host, @Nullable String subset, @Nullable Integer port) {
    // By hand: what a record generates is linked at run time, which every run pays for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Target other
          && host.equals(other.host)
          && Objects.equals(subset, other.subset)
          && Objects.equals(port, other.port);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * host.hashCode() + Objects.hashCode(subset)) + Objects.hashCode(port);
    }
  }

  public MisweightedRoute() {
    super("istio-misweighted-route", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    for (TrafficRoute route : routes.routes()) {
      List<RouteDestination> shares = route.route();
      if (shares.size() == 1) {
        checkSingle(shares.get(0), out);
      } else if (shares.size() > 1) {
        checkSum(shares, out);
        checkDoubles(shares, mesh, out);
      }
    }
  }

  private static void checkSingle(RouteDestination only, Findings out) {
    Integer weight = only.weight();
    if (weight != null && weight > 0 && weight < 100) {
      out.report(
              only.at("weight"),
              "weight %d of the only destination has no effect: it gets all requests"
                  .formatted(weight))
          .as("single");
    }
  }

  private static void checkSum(List<RouteDestination> shares, Findings out) {
    int sum = 0;
    int largest = 0;
    for (RouteDestination share : shares) {
      Integer weight = share.weight();
      if (weight == null) {
        return;
      }
      sum += weight;
      largest = Math.max(largest, weight);
    }
    if (sum != 100 && sum != 0 && largest >= LEAST_PERCENTAGE) {
      RouteDestination last = shares.get(shares.size() - 1);
      out.report(
              last.at("weight"),
              "weights add up to %d, not 100: this destination gets %s %% of the requests"
                  .formatted(sum, percent(last.weight(), sum)))
          .as("sum");
    }
  }

  private static String percent(@Nullable Integer weight, int sum) {
    return weight == null ? "0" : Long.toString(Math.round(100.0 * weight / sum));
  }

  private static void checkDoubles(List<RouteDestination> shares, Mesh mesh, Findings out) {
    Map<Target, RouteDestination> seen = new HashMap<>();
    for (RouteDestination share : shares) {
      Destination to = share.destination();
      Text host = to.host();
      Text subset = to.subset();
      if (host == null
          || host.open()
          || (subset != null && subset.open())
          || share.has("headers")) {
        continue;
      }
      Target target =
          new Target(
              mesh.services().read(host, share.resource().namespace()),
              subset == null ? null : subset.value(),
              to.port());
      RouteDestination first = seen.putIfAbsent(target, share);
      if (first != null) {
        out.report(share, "host \"%s\" is a destination of this route twice".formatted(host))
            .as("double")
            .related(first, "here first");
      }
    }
  }
}
