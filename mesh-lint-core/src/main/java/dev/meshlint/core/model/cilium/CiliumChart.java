package dev.meshlint.core.model.cilium;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of Cilium's Helm chart, as a HelmRelease of Flux, an Application of Argo CD or a HelmChart of K3s and RKE2
 * holds them. Sources: the references of these kinds.
 */
public final class CiliumChart extends View {
  /** Makes the view of the values. */
  public CiliumChart(At at) {
    super(at);
  }

  /** The values that a resource holds; null where it installs another chart, or where others may override them. */
  public static @Nullable CiliumChart of(Resource resource) {
    View spec = new View(View.root(resource)).child("spec");
    CiliumChart values =
        switch (resource.kind()) {
          case "HelmRelease" -> ofFlux(spec);
          case "Application" -> ofArgo(spec);
          case "HelmChart", "HelmChartConfig" ->
              isCilium(spec.name("chart")) || resource.name().equals("rke2-cilium")
                  ? spec.embedded("valuesContent", CiliumChart::new)
                  : null;
          default -> null;
        };
    return values != null && values.present() ? values : null;
  }

  private static @Nullable CiliumChart ofFlux(View spec) {
    Text chart = spec.child("chart").child("spec").name("chart");
    return isCilium(chart == null ? spec.child("chartRef").name("name") : chart)
        ? spec.child("values", CiliumChart::new)
        : null;
  }

  private static @Nullable CiliumChart ofArgo(View spec) {
    for (View source : ChartInstallation.sources(spec)) {
      View helm = source.child("helm");
      if (isCilium(source.name("chart")) && !helm.has("parameters")) {
        return helm.has("valuesObject")
            ? helm.child("valuesObject", CiliumChart::new)
            : helm.embedded("values", CiliumChart::new);
      }
    }
    return null;
  }

  private static boolean isCilium(@Nullable Text chart) {
    return chart != null && (chart.is("cilium") || chart.value().endsWith("/cilium"));
  }

  /** The value at a path of keys; null where it is absent or no scalar. */
  public @Nullable Text setting(List<String> path) {
    View view = this;
    for (String key : path.subList(0, path.size() - 1)) {
      view = view.child(key);
    }
    return view.text(path.get(path.size() - 1));
  }
}
