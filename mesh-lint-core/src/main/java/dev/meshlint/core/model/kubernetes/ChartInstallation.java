package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Helm chart that is to be installed: a HelmRelease of Flux, an Application of Argo CD, a HelmChart of K3s and RKE2.
 *
 * @param name the chart's name
 * @param version its version or a range of versions; null for the newest
 */
public record ChartInstallation(String name, @Nullable Text version) {
  /** The chart that a resource installs; null where it installs none, or one that is named elsewhere. */
  public static @Nullable ChartInstallation of(Resource resource) {
    switch (resource.kind()) {
      case "HelmRelease":
        View chart = spec(resource).child("chart").child("spec");
        return of(chart.name("chart"), chart.text("version"));
      case "HelmChart":
        return of(spec(resource).name("chart"), spec(resource).text("version"));
      case "Application":
        for (View source : sources(spec(resource))) {
          if (source.has("chart")) {
            return of(source.name("chart"), source.text("targetRevision"));
          }
        }
        return null;
      default:
        return null;
    }
  }

  /** Where an Application of Argo CD takes what it installs from: {@code sources}, and the single {@code source}. */
  public static List<View> sources(View spec) {
    List<View> sources = new ArrayList<>(spec.list("sources"));
    sources.add(spec.child("source"));
    return sources;
  }

  private static View spec(Resource resource) {
    return new View(View.root(resource)).child("spec");
  }

  private static @Nullable ChartInstallation of(@Nullable Text name, @Nullable Text version) {
    return name == null || name.open()
        ? null
        : new ChartInstallation(name.value().substring(name.value().lastIndexOf('/') + 1), version);
  }
}
