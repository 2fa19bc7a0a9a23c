package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Helm chart that a resource installs: a HelmRelease of Flux, an Application or ApplicationSet of Argo CD, a HelmChart of
 * K3s and RKE2. Sources: the references of these kinds.
 *
 * @param name the name of the chart, without its repository
 * @param repository what names the repository that it comes from; null where nothing does
 * @param version its version or a range of versions; null for the newest
 * @param values the values that it is given there: objects, or texts that are YAML, of which the first ones win
 * @param overridden whether the resource overrides single values elsewhere
 */
public record InstalledChart(
    String name,
    @Nullable YamlScalar repository,
    @Nullable YamlScalar version,
    List<YamlNode> values,
    boolean overridden) {

  /** The charts that a resource installs; empty for any other resource. */
  public static List<InstalledChart> of(Resource resource) {
    YamlNode spec = at(resource.node(), "spec");
    List<InstalledChart> charts = new ArrayList<>(0);
    switch (resource.kind()) {
      case "HelmRelease" -> addRelease(spec, charts);
      case "HelmChart", "HelmChartConfig" -> {
        String name = Nodes.text(at(spec, "chart"));
        add(
            name == null ? resource.name() : name,
            at(spec, "repo"),
            at(spec, "version"),
            false,
            charts,
            at(spec, "valuesContent"));
      }
      case "Application" -> addSources(spec, charts);
      case "ApplicationSet" -> addSources(at(spec, "template", "spec"), charts);
      default -> {}
    }
    return charts;
  }

  private static void addRelease(@Nullable YamlNode spec, List<InstalledChart> charts) {
    YamlNode chart = at(spec, "chart");
    YamlNode template = at(chart, "spec");
    YamlNode holder = template == null ? chart : template;
    String name = Nodes.text(at(template, "chart"));
    if (name == null) {
      name = Nodes.text(chart == null ? at(spec, "chartRef", "name") : at(chart, "name"));
    }
    YamlNode source = at(holder, "sourceRef", "name");
    add(
        name,
        source == null ? at(chart, "repository") : source,
        at(holder, "version"),
        false,
        charts,
        at(spec, "values"));
  }

  private static void addSources(@Nullable YamlNode spec, List<InstalledChart> charts) {
    if (!(spec instanceof YamlMapping mapping)) {
      return;
    }
    List<YamlMapping> sources = new ArrayList<>(Nodes.mappings(mapping, "sources"));
    if (at(spec, "source") instanceof YamlMapping single) {
      sources.add(single);
    }
    for (YamlMapping source : sources) {
      YamlNode helm = at(source, "helm");
      add(
          Nodes.text(source, "chart"),
          at(source, "repoURL"),
          at(source, "targetRevision"),
          at(helm, "parameters") != null,
          charts,
          at(helm, "valuesObject"),
          at(helm, "values"));
    }
  }

  private static void add(
      @Nullable String address,
      @Nullable YamlNode repository,
      @Nullable YamlNode version,
      boolean overridden,
      List<InstalledChart> charts,
      @Nullable YamlNode... values) {
    if (address == null) {
      return;
    }
    List<YamlNode> present = new ArrayList<>(values.length);
    for (YamlNode one : values) {
      if (one != null) {
        present.add(one);
      }
    }
    charts.add(
        new InstalledChart(
            address.substring(address.lastIndexOf('/') + 1),
            repository instanceof YamlScalar named ? named : null,
            version instanceof YamlScalar written ? written : null,
            present,
            overridden));
  }

  private static @Nullable YamlNode at(@Nullable YamlNode node, String... keys) {
    YamlNode at = node;
    for (String key : keys) {
      at = at instanceof YamlMapping mapping ? mapping.get(key) : null;
    }
    return at instanceof YamlScalar scalar && scalar.isNull() ? null : at;
  }

  /** The objects among the values, those inside texts included; what cannot be read is left out. */
  public List<YamlMapping> objects(Resource resource) {
    List<YamlMapping> objects = new ArrayList<>(values.size());
    for (YamlNode one : values) {
      if (one instanceof YamlMapping mapping) {
        objects.add(mapping);
      } else if (one instanceof YamlScalar text) {
        YamlFile file = resource.readEmbedded(text);
        if (file.problems().isEmpty()
            && file.documents().size() == 1
            && file.documents().get(0).root() instanceof YamlMapping mapping) {
          objects.add(mapping);
        }
      }
    }
    return objects;
  }
}
