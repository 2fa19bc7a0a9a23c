package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A limit of the proxy that is smaller than its request: the pod is refused. */
public final class ProxyLimitBelowRequest extends MeshRule {
  private static final String PREFIX = "config.linkerd.io/proxy-";

  public ProxyLimitBelowRequest() {
    super("linkerd-proxy-limit-below-request");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carrier carrier : mesh.carriers()) {
      if (carrier.isPod() || carrier.kind().equals("Namespace")) {
        for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
          check(
              carrier.metadata().annotation(PREFIX + resource + "-request"),
              carrier.metadata().annotation(PREFIX + resource + "-limit"),
              out);
        }
      }
    }
  }

  private static void check(@Nullable Text request, @Nullable Text limit, Findings out) {
    if (request == null || limit == null || request.open() || limit.open()) {
      return;
    }
    Quantity asked = Quantity.parse(request.value());
    Quantity most = Quantity.parse(limit.value());
    if (asked != null && most != null && most.compareTo(asked) < 0) {
      out.report(
              limit,
              "the proxy's limit %s is below its request %s: the pods are refused"
                  .formatted(limit, request))
          .related(request, "the request");
    }
  }
}
