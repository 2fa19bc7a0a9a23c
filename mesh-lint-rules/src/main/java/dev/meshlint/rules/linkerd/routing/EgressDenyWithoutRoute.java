package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.mesh.LinkerdRoutes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.EgressNetwork;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** An EgressNetwork that refuses everything, since no route allows anything. */
public final class EgressDenyWithoutRoute extends ResourceRule<EgressNetwork> {
  public EgressDenyWithoutRoute() {
    super("linkerd-egress-deny-without-route", EgressNetwork.class);
  }

  @Override
  public void check(EgressNetwork network, Mesh mesh, Findings out) {
    Text policy = network.trafficPolicy();
    LinkerdRoutes routes = mesh.linkerd().routes();
    if (policy != null
        && policy.is("Deny")
        && !routes.hasOpenParents()
        && routes.ofNetwork(network).isEmpty()) {
      out.report(
          policy,
          "no route has EgressNetwork \"%s\" as parent: all traffic to it is refused"
              .formatted(network.resource().name()));
    }
  }
}
