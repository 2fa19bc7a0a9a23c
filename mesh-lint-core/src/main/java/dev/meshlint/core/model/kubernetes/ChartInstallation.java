package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.manifest.InstalledChart;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Helm chart that a resource installs, by the name that is written there.
 *
 * @param resource what installs it
 * @param chart what is written there
 */
public record ChartInstallation(Resource resource, InstalledChart chart) {
  /** The charts that a resource installs; empty where it installs none, or one that is named elsewhere. */
  public static List<ChartInstallation> of(Resource resource) {
    List<ChartInstallation> charts = new ArrayList<>();
    for (InstalledChart chart : InstalledChart.of(resource)) {
      if (!Placeholders.inName(chart.name())) {
        charts.add(new ChartInstallation(resource, chart));
      }
    }
    return charts;
  }

  /** The chart's name. */
  public String name() {
    return chart.name();
  }

  /** Its version or a range of versions; null for the newest. */
  public @Nullable Text version() {
    YamlScalar version = chart.version();
    return version == null ? null : new Text(resource, version, Text.Format.TEXT);
  }

  /** The values that it is given there. */
  public List<View> values() {
    return chart.objects(resource).stream()
        .map(values -> new View(new View.At(resource, values, values)))
        .toList();
  }

  /** Whether it is the chart of Istio's gateways, whose name others use as well. */
  public boolean isIstioGateway() {
    YamlScalar repository = chart.repository();
    return name().equals("gateway") && repository != null && repository.text().contains("istio");
  }
}
