package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.model.linkerd.TrafficSplit;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Quantity;
import java.util.List;

/** Shares of traffic in a form that Linkerd only reads with an extension, or that backends of routes have replaced. */
public final class ObsoleteTrafficSplit extends MeshRule {
  public ObsoleteTrafficSplit() {
    super("linkerd-obsolete-traffic-split");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficSplit split : mesh.all(TrafficSplit.class)) {
      out.report(
              split.at("apiVersion"),
              "Linkerd reads a TrafficSplit only with its SMI extension: the backends of an HTTPRoute have replaced it")
          .as("split");
      checkWeights(split.spec(), "backends", split.backends(), out);
    }
    for (ServiceProfile profile : mesh.all(ServiceProfile.class)) {
      if (!profile.dstOverrides().isEmpty()) {
        out.report(
                profile.spec().key("dstOverrides"),
                "the backends of an HTTPRoute have replaced dstOverrides")
            .as("overrides");
        checkWeights(profile.spec(), "dstOverrides", profile.dstOverrides(), out);
      }
    }
  }

  private static void checkWeights(View spec, String key, List<View> backends, Findings out) {
    for (View backend : backends) {
      Text weight = backend.text("weight");
      Quantity amount = weight == null || weight.open() ? null : Quantity.parse(weight.value());
      if (amount == null || amount.amount().signum() != 0) {
        return;
      }
    }
    if (!backends.isEmpty()) {
      out.report(spec.at(key), "all weights are 0: no backend gets a request").as("weights");
    }
  }
}
