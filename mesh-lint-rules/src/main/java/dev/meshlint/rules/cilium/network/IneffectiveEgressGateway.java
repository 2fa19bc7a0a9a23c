package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumEgressGatewayPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.Cidr;
import java.util.ArrayList;
import java.util.List;

/** A part of an egress gateway policy that changes nothing. */
public final class IneffectiveEgressGateway extends ResourceRule<CiliumEgressGatewayPolicy> {
  public IneffectiveEgressGateway() {
    super("cilium-ineffective-egress-gateway", CiliumEgressGatewayPolicy.class);
  }

  @Override
  public void check(CiliumEgressGatewayPolicy policy, Mesh mesh, Findings out) {
    if (!policy.egressGateways().isEmpty() && policy.egressGateway().present()) {
      out.report(
          policy.spec().key("egressGateway"),
          "\"egressGateway\" is ignored beside \"egressGateways\"");
    }
    List<Cidr> destinations = new ArrayList<>();
    for (Text text : policy.destinationCIDRs()) {
      Cidr destination = text.open() ? null : Cidr.parse(text.value());
      if (destination == null) {
        return;
      }
      destinations.add(destination);
    }
    for (Text text : policy.excludedCIDRs()) {
      Cidr excluded = text.open() ? null : Cidr.parse(text.value());
      if (excluded != null && !overlaps(excluded, destinations)) {
        out.report(
            text,
            "\"%s\" lies in no destination of the policy: leaving it out changes nothing"
                .formatted(text));
      }
    }
  }

  private static boolean overlaps(Cidr excluded, List<Cidr> destinations) {
    for (Cidr destination : destinations) {
      if (destination.overlaps(excluded)) {
        return true;
      }
    }
    return destinations.isEmpty();
  }
}
