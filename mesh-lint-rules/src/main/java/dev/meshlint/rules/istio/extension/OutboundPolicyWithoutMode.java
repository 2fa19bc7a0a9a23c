package dev.meshlint.rules.istio.extension;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.OutboundTrafficPolicy;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** An outboundTrafficPolicy without mode, which closes what the mesh leaves open. */
public final class OutboundPolicyWithoutMode extends ResourceRule<Sidecar> {
  public OutboundPolicyWithoutMode() {
    super("istio-outbound-policy-without-mode", Sidecar.class);
  }

  @Override
  public void check(Sidecar sidecar, Mesh mesh, Findings out) {
    OutboundTrafficPolicy policy = sidecar.outboundTrafficPolicy();
    if (policy.present() && !policy.has("mode") && !policy.isOpen("mode")) {
      out.report(
          sidecar.spec().key("outboundTrafficPolicy"),
          "outboundTrafficPolicy without mode means REGISTRY_ONLY: calls to hosts outside the registry fail");
    }
  }
}
