package dev.meshlint.core.manifest;

import dev.meshlint.core.value.Version;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
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
    switch (resource.kind()) {
      case "HelmRelease":
        addRelease(spec(resource), found);
        break;
      case "Application":
        addSources(resource, spec(resource), found);
        break;
      case "ApplicationSet":
        addSources(resource, inside(inside(spec(resource), "template"), "spec"), found);
        break;
      case "HelmChart", "HelmChartConfig":
        addHelmChart(resource, spec(resource), found);
        break;
      case BareFiles.CILIUM_VALUES:
        YamlMapping values = CiliumValueFiles.values(resource.node());
        if (values != null) {
          found.add(new HelmValues(CILIUM, null, values, false));
        }
        break;
      default:
        break;
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

  private static void addRelease(@Nullable YamlMapping spec, List<HelmValues> found) {
    YamlMapping chart = inside(spec, "chart");
    YamlMapping template = inside(chart, "spec");
    String name = text(template, "chart");
    if (name == null) {
      name = chart == null ? text(inside(spec, "chartRef"), "name") : text(chart, "name");
    }
    add(name, text(template == null ? chart : template, "version"), inside(spec, "values"), found);
  }

  private static void addSources(
      Resource resource, @Nullable YamlMapping spec, List<HelmValues> found) {
    if (spec == null) {
      return;
    }
    List<YamlMapping> sources = new ArrayList<>(Nodes.mappings(spec, "sources"));
    YamlMapping single = inside(spec, "source");
    if (single != null) {
      sources.add(single);
    }
    for (YamlMapping source : sources) {
      YamlMapping helm = inside(source, "helm");
      YamlMapping values = inside(helm, "valuesObject");
      if (helm != null && values == null) {
        values = embedded(resource, helm.get("values"));
      }
      String name = text(source, "chart");
      if (helm != null && name != null && values != null) {
        boolean overridden = helm.get("parameters") != null;
        String version = text(source, "targetRevision");
        found.add(new HelmValues(plainName(name), version, values, overridden));
      }
    }
  }

  private static void addHelmChart(
      Resource resource, @Nullable YamlMapping spec, List<HelmValues> found) {
    if (spec != null) {
      String name = text(spec, "chart");
      YamlMapping values = embedded(resource, spec.get("valuesContent"));
      add(name == null ? resource.name() : name, text(spec, "version"), values, found);
    }
  }

  private static void add(
      @Nullable String name,
      @Nullable String version,
      @Nullable YamlMapping values,
      List<HelmValues> found) {
    if (name != null && values != null) {
      found.add(new HelmValues(plainName(name), version, values, false));
    }
  }

  private static String plainName(String chart) {
    String name = chart.substring(chart.lastIndexOf('/') + 1);
    return name.equals(RKE2_CILIUM) ? CILIUM : name;
  }

  /** The object in a text; null where there is none, or a template engine makes it first. */
  private static @Nullable YamlMapping embedded(Resource resource, @Nullable YamlNode node) {
    if (node instanceof YamlScalar text && !text.text().contains("{{")) {
      for (YamlDocument document : resource.readEmbedded(text).documents()) {
        if (document.root() instanceof YamlMapping root) {
          return root;
        }
      }
    }
    return null;
  }

  private static @Nullable YamlMapping spec(Resource resource) {
    return Nodes.mapping(resource.node(), "spec");
  }

  private static @Nullable YamlMapping inside(@Nullable YamlMapping mapping, String key) {
    return mapping == null ? null : Nodes.mapping(mapping, key);
  }

  private static @Nullable String text(@Nullable YamlMapping mapping, String key) {
    return mapping == null ? null : Nodes.text(mapping, key);
  }
}
