package dev.meshlint.rules.istio.configuration;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ProxySize;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Quantity;
import java.util.List;

/** A limit of the proxy that is smaller than its request: the pods are refused. */
public final class ProxyLimitBelowRequest extends MeshRule {
  public ProxyLimitBelowRequest() {
    super("istio-proxy-limit-below-request");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (ProxySize size : ProxySize.all(mesh)) {
      for (String what : List.of("cpu", "memory")) {
        Text request = size.requests().get(what);
        Text limit = size.limits().get(what);
        Quantity asked = ProxySize.amount(request);
        Quantity most = ProxySize.amount(limit);
        if (request != null
            && limit != null
            && asked != null
            && most != null
            && most.compareTo(asked) < 0) {
          out.report(
                  limit,
                  "the proxy's %s limit %s is below its request %s: the pods are refused"
                      .formatted(what, limit, request))
              .related(request, "the request");
        }
      }
    }
  }
}
