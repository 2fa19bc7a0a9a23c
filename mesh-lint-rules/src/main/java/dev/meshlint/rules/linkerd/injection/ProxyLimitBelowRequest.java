package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.CarriedKeys.Carried;
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
    for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
      for (Carried limit : mesh.annotations().named(PREFIX + resource + "-limit")) {
        Carrier carrier = limit.carrier();
        if (carrier.isPod() || carrier.kind().equals("Namespace")) {
          Text request = carrier.metadata().annotation(PREFIX + resource + "-request");
          check(request, limit.entry().value(), out);
        }
      }
    }
  }

  private static void check(@Nullable Text request, Text limit, Findings out) {
    if (request == null || request.open() || limit.open()) {
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
