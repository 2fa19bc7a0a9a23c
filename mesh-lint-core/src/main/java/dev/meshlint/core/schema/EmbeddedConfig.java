package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.InstalledChart;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.manifest.RuleFiles;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlProblem;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configuration that is no resource of its own: the mesh configuration of Istio, the rules of Prometheus. */
public final class EmbeddedConfig {
  /** The group under which the schemas of such configuration are kept; no API server has it. */
  public static final String GROUP = "embedded";

  private static final String PROXY_CONFIG = "proxy.istio.io/config";

  private final Resource resource;
  private final BuiltInSchemas schemas;
  private final SchemaContext context;
  private final Problems problems;

  EmbeddedConfig(
      Resource resource, BuiltInSchemas schemas, SchemaContext context, Problems problems) {
    this.resource = resource;
    this.schemas = schemas;
    this.context = context;
    this.problems = problems;
  }

  /** Whether istiod reads this configuration as a protocol buffer, not as an API server reads resources. */
  static boolean isProtocolBuffer(SchemaKind kind) {
    return kind.group().equals(GROUP) && kind.kind().startsWith("Mesh");
  }

  /** What an IstioOperator holds: values, and the mesh configuration in either of its two places. */
  void checkOperator() {
    YamlNode spec = Scope.get(resource.node(), "spec");
    walk(Items.at(spec, "meshConfig"), "MeshConfig", "meshConfig");
    checkValues(Items.at(spec, "values"));
  }

  /** Values of the charts, and the mesh configuration among them. */
  private void checkValues(@Nullable YamlNode values) {
    walkValues(values);
    walk(Items.at(values, "meshConfig"), "MeshConfig", "meshConfig");
  }

  /** The values of a control plane of Sail Operator or of a release of the chart. */
  void checkValues() {
    if (resource.group().equals("sailoperator.io")) {
      checkValues(Items.at(resource.node(), "spec", "values"));
    }
    for (InstalledChart chart : InstalledChart.of(resource)) {
      if (chart.name().equals("istiod")) {
        chart.objects(resource).forEach(this::checkValues);
      }
    }
  }

  /**
   * The settings of the proxy that the annotation of a pod holds. That they can be read at all is a rule's business.
   *
   * @param pod what has the metadata of the pod; null where there is no pod
   */
  void checkProxyConfig(@Nullable YamlNode pod) {
    if (!(Items.at(pod, "metadata", "annotations", PROXY_CONFIG) instanceof YamlScalar text)
        || text.text().contains("{{")) {
      return;
    }
    SchemaKind kind = schemas.find(GROUP, "MeshConfig");
    SchemaKind.Version version = kind == null ? null : kind.current();
    if (kind == null || version == null) {
      return;
    }
    Shape shape = schemas.shape(kind, version).field("defaultConfig");
    for (YamlDocument document : resource.readEmbedded(text).documents()) {
      if (shape != null && document.root() instanceof YamlMapping root) {
        new Walk(resource, kind, shape, "ProxyConfig", context, problems).run(root, PROXY_CONFIG);
      }
    }
  }

  /** A file of networks, values or rules, which is no resource of the API server; false for any other. */
  boolean checkBareFile() {
    if (resource.isRuleFile()) {
      checkRules(resource.node());
      return true;
    }
    boolean networks = resource.kind().equals("MeshNetworks");
    if (!resource.apiVersion().isEmpty() || (!networks && !resource.kind().equals("IstioValues"))) {
      return false;
    }
    if (networks) {
      walk(resource.node(), "MeshNetworks", "networks");
    } else {
      checkValues(resource.node());
    }
    return true;
  }

  private void walkValues(@Nullable YamlNode values) {
    walk(values, "IstioValues", "the values of Istio's charts", "values");
  }

  private void walk(@Nullable YamlNode configuration, String kindName, String name) {
    walk(configuration, kindName, kindName, name);
  }

  private void walk(@Nullable YamlNode configuration, String kindName, String title, String name) {
    SchemaKind kind = schemas.find(GROUP, kindName);
    SchemaKind.Version version = kind == null ? null : kind.current();
    if (kind != null && version != null && configuration instanceof YamlMapping mapping) {
      new Walk(resource, kind, schemas.shape(kind, version), title, context, problems)
          .run(mapping, name);
    }
  }

  /** Rules as Prometheus itself reads them. */
  private void checkRules(YamlNode rules) {
    walk(rules, "PrometheusRules", "rule file");
  }

  /** The rules that a ConfigMap holds; what is no YAML may be a template, and is left alone. */
  private void checkRulesIn(YamlMapping data) {
    for (YamlMapping.Entry entry : data.entries()) {
      if (entry.value() instanceof YamlScalar text && RuleFiles.mayHoldRules(text.text())) {
        YamlFile file = resource.readEmbedded(text);
        boolean whole = file.problems().isEmpty() && file.documents().size() == 1;
        if (whole && RuleFiles.isRuleFile(file.documents().get(0).root())) {
          checkRules(file.documents().get(0).root());
        }
      }
    }
  }

  void check() {
    if (!(Scope.get(resource.node(), "data") instanceof YamlMapping data)) {
      return;
    }
    checkRulesIn(data);
    if (resource.name().startsWith("istio-sidecar-injector")) {
      checkKeys(data, "config");
      checkKeys(data, "values");
      if (Scope.get(data, "values") instanceof YamlScalar text) {
        for (YamlDocument document : resource.readEmbedded(text).documents()) {
          walkValues(document.root());
        }
      }
    }
    if (!isIstio()) {
      return;
    }
    check(data, "mesh", "MeshConfig");
    check(data, "meshNetworks", "MeshNetworks");
  }

  /** Whether a key stands twice in a file of the injector. That it can be read at all is a rule's business. */
  private void checkKeys(YamlMapping data, String key) {
    if (Scope.get(data, key) instanceof YamlScalar text) {
      for (YamlProblem problem : resource.readEmbedded(text).problems()) {
        if (problem.rule().equals(YamlProblem.DUPLICATE_KEY)) {
          report(problem, text, key);
        }
      }
    }
  }

  private void report(YamlProblem problem, YamlScalar text, String key) {
    problems.report(
        problem.rule(),
        null,
        text,
        "in " + Values.quote(key) + ": " + problem.message(),
        problem.help(),
        List.of());
  }

  /** {@code istio}, or {@code istio-REVISION}. */
  private boolean isIstio() {
    String name = resource.name();
    return name.equals("istio")
        || name.startsWith("istio-")
            && resource.namespace().isNamed()
            && resource.namespace().name().startsWith("istio");
  }

  private void check(YamlMapping data, String key, String kindName) {
    SchemaKind kind = schemas.find(GROUP, kindName);
    SchemaKind.Version version = kind == null ? null : kind.current();
    if (kind == null
        || version == null
        || !(Scope.get(data, key) instanceof YamlScalar text)
        || text.text().contains("{{")) {
      return;
    }
    YamlFile file = resource.readEmbedded(text);
    for (YamlProblem problem : file.problems()) {
      report(problem, text, key);
    }
    for (YamlDocument document : file.documents()) {
      if (document.root() instanceof YamlMapping root) {
        new Walk(resource, kind, schemas.shape(kind, version), context, problems).run(root, key);
      } else if (file.problems().isEmpty()) {
        problems.report(
            Rules.WRONG_TYPE, null, text, Values.quote(key) + " must hold an object in YAML");
      }
    }
  }
}
