package dev.meshlint.core.manifest;

import dev.meshlint.core.value.Version;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that a resource gives to a Helm chart: a HelmRelease of Flux, an Application or ApplicationSet of Argo CD, a
 * HelmChart of K3s and RKE2, or a file of values that stands alone. Sources: the references of these kinds.
 *
 * @param chart the chart's name, without repository
 * @param version its version or a range of versions; null where it is not written
 * @param values the values
 * @param overridden whether the resource overrides single values elsewhere
 */
public record HelmValues(
    String chart, @Nullable String version, YamlMapping values, boolean overridden) {
  /** The chart of RKE2 that holds Cilium's, and takes the same values. */
  private static final String RKE2_CILIUM = "rke2-cilium";

  private static final String CILIUM = "cilium";

  /** All values that a resource gives to charts; empty for any other resource. */
  public static List<HelmValues> of(Resource resource) {
    List<HelmValues> found = new ArrayList<>(0);
    for (InstalledChart chart : InstalledChart.of(resource)) {
      YamlMapping values = values(chart, resource);
      if (values != null) {
        found.add(
            new HelmValues(
                plainName(chart.name()), Nodes.text(chart.version()), values, chart.overridden()));
      }
    }
    if (resource.kind().equals(BareFiles.CILIUM_VALUES)) {
      YamlMapping values = CiliumValueFiles.values(resource.node());
      if (values != null) {
        found.add(new HelmValues(CILIUM, null, values, false));
      }
    }
    return found;
  }

  /**
   * Whether the version that is asked for is older than what is known of the values of Cilium's chart: those before 1.16 had
   * other names and took other values.
   */
  public boolean isTooOld() {
    Version asked = version == null ? null : Version.parse(version);
    return asked != null && !asked.isAtLeast(1, 16);
  }

  /** Whether these are values for Cilium's chart. */
  public boolean isOfCilium() {
    return chart.equals(CILIUM);
  }

  private static String plainName(String name) {
    return name.equals(RKE2_CILIUM) ? CILIUM : name;
  }

  /** The first object among the values; null where there is none, or a template engine makes it first. */
  private static @Nullable YamlMapping values(InstalledChart chart, Resource resource) {
    if (chart.values().isEmpty()
        || (chart.values().get(0) instanceof YamlScalar text && text.text().contains("{{"))) {
      return null;
    }
    List<YamlMapping> objects = chart.objects(resource);
    return objects.isEmpty() ? null : objects.get(0);
  }
}
