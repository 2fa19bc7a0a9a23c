package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumChart;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where Cilium is set up.
 *
 * @param settings the data of the ConfigMap, or the values of the chart
 * @param isChart whether these are values of the chart
 * @param isComplete whether no other file adds to them, so that what is missing is as the chart has it by default
 */
public record CiliumInstallation(View settings, boolean isChart, boolean isComplete) {
  /** The kind of files of values. What they are for is known only where a kustomization installs the chart with them. */
  static final String FILE = "CiliumValues";

  /** All in view. */
  static List<CiliumInstallation> of(Mesh mesh) {
    List<CiliumInstallation> all = new ArrayList<>();
    for (ConfigMap map : mesh.all(ConfigMap.class)) {
      if (map.resource().name().equals(CiliumSettings.CONFIG_MAP)) {
        all.add(new CiliumInstallation(map.child("data"), false, false));
      }
    }
    for (Resource resource : mesh.resources()) {
      boolean told =
          !resource.kind().equals(FILE) || mesh.kustomizations().installs("cilium", resource);
      CiliumChart chart = told ? CiliumChart.of(resource) : null;
      if (chart != null) {
        boolean complete = !mesh.kustomizations().isPatched(resource) && !hasOtherValues(resource);
        all.add(new CiliumInstallation(chart, true, complete));
      }
    }
    return all;
  }

  private static boolean hasOtherValues(Resource resource) {
    View spec = new View(View.root(resource)).child("spec");
    View helm = spec.child("source").child("helm");
    return resource.kind().equals("HelmChartConfig")
        || spec.has("valuesFrom")
        || spec.has("sources")
        || helm.has("valueFiles")
        || helm.has("parameters");
  }
}
