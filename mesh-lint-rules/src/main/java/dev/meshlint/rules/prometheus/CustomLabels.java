package dev.meshlint.rules.prometheus;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.Metrics;
import dev.meshlint.core.model.istio.MetricsOverride;
import dev.meshlint.core.model.istio.TagOverride;
import dev.meshlint.core.model.istio.Telemetry;
import java.util.HashSet;
import java.util.Set;

/** The labels that the Telemetry resources in view add to metrics or give other values. */
final class CustomLabels {
  private CustomLabels() {}

  static Set<String> of(Mesh mesh) {
    Set<String> labels = new HashSet<>();
    for (Telemetry telemetry : mesh.all(Telemetry.class)) {
      for (Metrics metrics : telemetry.metrics()) {
        for (MetricsOverride override : metrics.overrides()) {
          for (Named<TagOverride> tag : override.tagOverrides()) {
            labels.add(tag.name());
          }
        }
      }
    }
    return labels;
  }
}
