package dev.meshlint.rules.istio.configuration;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.IstioOperator;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** An IstioOperator, which nothing in a cluster reads any more. */
public final class RemovedOperator extends ResourceRule<IstioOperator> {
  public RemovedOperator() {
    super("istio-removed-operator", IstioOperator.class);
  }

  @Override
  public void check(IstioOperator operator, Mesh mesh, Findings out) {
    if (operator.resource().origin().kustomization() != null || operator.has("status")) {
      out.report(
              operator.at("kind"),
              "IstioOperator is applied to the cluster, where no operator reads it any more: it changes nothing")
          .as("applied");
    } else if (!out.options().flag("installer-input")) {
      out.report(
              operator.at("kind"),
              "IstioOperator is input for istioctl install only: applied to a cluster, it changes nothing")
          .as("input");
    }
  }
}
