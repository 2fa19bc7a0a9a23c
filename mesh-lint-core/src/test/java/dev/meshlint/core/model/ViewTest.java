package dev.meshlint.core.model;

import static dev.meshlint.core.model.Manifests.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static View view(String yaml) {
    return new View(Manifests.root(yaml));
  }

  private static String source(Located at) {
    YamlNode node = at.node();
    return node.file().text().substring(node.start(), node.end());
  }

  @Test
  void an_absent_object_is_an_empty_view_at_the_nearest_object_there_is() {
    View spec = view("spec: {host: a}").child("spec");
    View tls = spec.child("trafficPolicy").child("tls");

    assertThat(tls.present()).isFalse();
    assertThat(tls.open()).isFalse();
    assertThat(tls.text("mode")).isNull();
    assertThat(tls.list("any")).isEmpty();
    assertThat(tls.map("any", View::new)).isEmpty();
    assertThat(tls.entries("any")).isEmpty();
    assertThat(tls.isOpen("mode")).isFalse();
    assertThat(tls.node()).isSameAs(spec.node());
  }

  @Test
  void null_is_absent() {
    View view = view("host: null\ntls: ~\nports:\n");

    assertThat(view.has("host")).isFalse();
    assertThat(view.text("host")).isNull();
    assertThat(view.child("tls").present()).isFalse();
    assertThat(view.child("tls").open()).isFalse();
    assertThat(view.list("ports")).isEmpty();
  }

  @Test
  void a_value_of_the_wrong_type_is_not_there_but_not_missing_either() {
    View view = view("tls: yes\nhost: {a: b}\nports: 80\n");

    assertThat(view.child("tls").present()).isFalse();
    assertThat(view.child("tls").open()).isTrue();
    assertThat(view.child("tls").child("deeper").open()).isTrue();
    assertThat(view.text("host")).isNull();
    assertThat(view.list("ports")).isEmpty();
    assertThat(view.has("ports")).isTrue();
  }

  @Test
  void a_value_with_a_schema_finding_is_open() {
    Resource resource = Manifests.resource("tls: {mode: X}\nports: [{number: 1}, {number: 2}]\n");
    View view = new View(View.root(resource));
    view.list("ports").forEach(port -> resource.markInvalid(port.at("number").node()));
    resource.markInvalid(view.list("ports").get(0).node());
    resource.markInvalid(view.child("tls").node());

    assertThat(view.child("tls").present()).isFalse();
    assertThat(view.child("tls").open()).isTrue();
    assertThat(view.isOpen("tls")).isTrue();
    assertThat(view.list("ports")).hasSize(1);
    assertThat(view.isOpen("ports")).isTrue();
    assertThat(view.list("ports").get(0).integer("number")).isNull();
    assertThat(view.list("ports").get(0).isOpen("number")).isTrue();
  }

  @Test
  void placeholders_are_open() {
    View view =
        view(
            """
            host: ${HOST}
            upper: DEX_SERVICE
            regex: (?P<id>.*)
            template: {{ tls }}
            hosts: [a, "$(HOST)"]
            items: [{{ item }}]
            """);

    assertThat(view.name("host")).returns(true, Text::open);
    assertThat(view.value("host", Text.Format.NAME)).isNull();
    assertThat(view.name("upper")).returns(true, Text::open);
    assertThat(view.text("upper")).returns(false, Text::open);
    assertThat(view.raw("regex")).returns(false, Text::open);
    assertThat(view.child("template").present()).isFalse();
    assertThat(view.child("template").open()).isTrue();
    assertThat(view.isOpen("template")).isTrue();
    assertThat(view.isOpen("hosts")).isTrue();
    assertThat(view.list("items")).isEmpty();
    assertThat(view.isOpen("items")).isTrue();
  }

  @Test
  void scalars_are_read_as_the_api_server_reads_them() {
    View view =
        view(
            """
            port: 010
            quoted: "80"
            name: http
            enabled: on
            annotation: "true"
            ratio: 0.5
            timeout: 1m30s
            """);

    assertThat(view.integer("port")).isEqualTo(8);
    assertThat(view.integer("quoted")).isEqualTo(80);
    assertThat(view.integer("name")).isNull();
    assertThat(view.isTrue("enabled")).isTrue();
    assertThat(view.flag("annotation")).isTrue();
    assertThat(view.flag("name")).isNull();
    assertThat(view.text("ratio")).returns(0.5, Text::number);
    assertThat(view.text("name")).returns(null, Text::number);
    assertThat(view.duration("timeout")).isEqualTo(Duration.ofSeconds(90));
    assertThat(view.duration("ratio")).isNull();
  }

  @Test
  void maps_keep_their_order_and_the_last_of_equal_keys() {
    View view = new View(View.root(resourceWithProblems("labels: {b: one, a: two, b: three}\n")));

    assertThat(view.entries("labels"))
        .extracting(entry -> entry.name() + "=" + entry.value().value())
        .containsExactly("a=two", "b=three");
  }

  /** Equal keys are a problem of the file, but no reason not to look at it. */
  private static Resource resourceWithProblems(String yaml) {
    YamlFile file = YamlReader.read(new SourceFile("test.yaml", yaml), YamlLimits.DEFAULT, false);
    Resource model = Manifests.resource("kind: Any");
    return new Resource(
        (YamlMapping) file.documents().get(0).root(),
        model.apiVersion(),
        model.kind(),
        model.name(),
        model.namespace(),
        model.scope(),
        model.origin());
  }

  @Test
  void an_item_of_another_type_is_left_out_of_a_list() {
    View view = view("hosts: [a, {b: c}, null, d]\nports: [1, {number: 2}]\n");

    assertThat(values(view.texts("hosts"))).containsExactly("a", "d");
    assertThat(view.list("ports")).hasSize(1);
  }

  @Test
  void keys_and_values_are_places() {
    View view = view("tls: {mode: SIMPLE}\n");

    assertThat(source(view.key("tls"))).isEqualTo("tls");
    assertThat(source(view.child("tls").at("mode"))).isEqualTo("SIMPLE");
    assertThat(source(view.child("tls").at("caCertificates"))).isEqualTo("{mode: SIMPLE}");
  }

  @Test
  void a_selector_is_known_only_if_all_of_it_is() {
    assertThat(selector("{matchLabels: {app: shop}}").known())
        .isEqualTo(dev.meshlint.core.value.LabelSelector.ofLabels(Map.of("app", "shop")));
    assertThat(selector("{}").selectsAll()).isTrue();
    assertThat(selector("{matchLabels: {app: $(APP)}}").known()).isNull();
    assertThat(selector("{matchExpressions: [{key: app, operator: Equals}]}").known()).isNull();
    assertThat(selector("null").known()).isNull();
    assertThat(selector("null").selectsAll()).isFalse();
  }

  private static LabelSelector selector(String yaml) {
    return view("selector: " + yaml).child("selector", LabelSelector::new);
  }

  @Test
  void a_reference_is_compared_with_its_defaults_and_without_case() {
    Reference plain = view("to: {name: web}").child("to", Reference::new);
    Reference written = view("to: {group: core, kind: service}").child("to", Reference::new);

    assertThat(plain.isTo("", "Service", "", "Service")).isTrue();
    assertThat(plain.isTo("policy.linkerd.io", "Server", "", "Service")).isFalse();
    assertThat(written.isTo("core", "Service", "", "Service")).isTrue();
  }
}
