package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource that installs the chart of the control plane with values of its own: a HelmRelease of Flux, an Application or
 * ApplicationSet of Argo CD, a HelmChart of K3s.
 */
public final class IstioRelease {
  private static final String CHART = "istiod";

  private IstioRelease() {}

  /** The values that a resource gives to the chart; empty for any other resource. */
  public static List<IstioValues> values(Resource resource) {
    View spec = new View(View.root(resource)).child("spec");
    return switch (resource.group() + "/" + resource.kind()) {
      case "helm.toolkit.fluxcd.io/HelmRelease" ->
          isControlPlane(spec.child("chart").child("spec"))
              ? present(spec.child("values", IstioValues::new))
              : List.of();
      case "helm.cattle.io/HelmChart" ->
          isControlPlane(spec)
              ? present(spec.embedded("valuesContent", IstioValues::new))
              : List.of();
      case "argoproj.io/Application" -> ofApplication(spec);
      case "argoproj.io/ApplicationSet" -> ofApplication(spec.child("template").child("spec"));
      default -> List.of();
    };
  }

  private static List<IstioValues> ofApplication(View spec) {
    List<IstioValues> values = new ArrayList<>();
    for (View source : ChartInstallation.sources(spec)) {
      if (isControlPlane(source)) {
        View helm = source.child("helm");
        values.addAll(present(helm.child("valuesObject", IstioValues::new)));
        values.addAll(present(helm.embedded("values", IstioValues::new)));
      }
    }
    return values;
  }

  private static boolean isControlPlane(View source) {
    Text chart = source.text("chart");
    return chart != null && chart.is(CHART);
  }

  private static List<IstioValues> present(IstioValues values) {
    return values.present() ? List.of(values) : List.of();
  }
}
