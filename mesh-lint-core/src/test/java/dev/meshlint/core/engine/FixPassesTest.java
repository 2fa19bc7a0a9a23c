package dev.meshlint.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.FixReport;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.source.Replacement;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FixPassesTest {

  private static String service(String ports) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: backend}   # ours
        spec:
          selector: {app: backend}
          ports:
        """
        + ports.indent(2);
  }

  private static FixReport fix(TestRules rules, boolean unsafe, String yaml) {
    return fix(rules, unsafe, LintRequest.ofText("a.yaml", yaml));
  }

  private static FixReport fix(TestRules rules, boolean unsafe, LintRequest request) {
    return MeshLint.builder().ruleSet(rules.set()).build().fix(request, unsafe);
  }

  private static Map<String, String> texts(FixReport report) {
    return report.replacements().stream()
        .collect(Collectors.toMap(Replacement::name, Replacement::text));
  }

  /** A check that reports every name of a port for which there is a fix. */
  private static BiConsumer<Service, Findings> onPortNames(BiFunction<Text, View, Fix> fix) {
    return (service, out) -> {
      for (View port : service.child("spec").list("ports")) {
        Text name = Objects.requireNonNull(port.text("name"));
        Fix found = fix.apply(name, port);
        if (found != null) {
          out.report(name, "name " + name.value()).fix(found);
        }
      }
    };
  }

  private static Fix rename(boolean safe, Text name, String from, String to) {
    return name.value().startsWith(from)
        ? Fixes.replaceScalar("rename it", safe, name.node(), to + name.value().substring(1))
        : null;
  }

  private static final TestRules RENAMING =
      TestRules.none()
          .onServices("test-a", onPortNames((name, port) -> rename(true, name, "a", "b")))
          .onServices("test-b", onPortNames((name, port) -> rename(true, name, "b", "c")))
          .onServices("test-c", onPortNames((name, port) -> rename(false, name, "c", "d")));

  @Test
  void what_a_repair_brings_to_light_is_repaired_too() {
    String yaml = service("- {name: 'a1', port: 1} # one\n- {name: b2,  port: 2}\n");

    FixReport report = fix(RENAMING, false, yaml);

    assertThat(texts(report))
        .containsExactly(Map.entry("a.yaml", yaml.replace("a1", "c1").replace("b2", "c2")));
    assertThat(report.after().repaired()).isEqualTo(3);
    assertThat(report.before().findings()).hasSize(2);
    assertThat(report.after().findings())
        .extracting(Finding::rule)
        .containsExactly("test-c", "test-c");
  }

  @Test
  void unsafe_repairs_are_made_on_demand_only() {
    assertThat(fix(RENAMING, false, service("- {name: c, port: 1}")).replacements()).isEmpty();
    assertThat(texts(fix(RENAMING, true, service("- {name: c, port: 1}"))))
        .containsValue(service("- {name: d, port: 1}"));
  }

  @Test
  void line_ends_stay_as_they_are() {
    String yaml = service("- {name: a, port: 1}\n- {name: b, port: 2}\n").replace("\n", "\r\n");

    assertThat(texts(fix(RENAMING, false, yaml)))
        .containsValue(yaml.replace("name: a", "name: c").replace("name: b,", "name: c,"));
  }

  @Test
  void removing_all_entries_leaves_an_empty_mapping() {
    TestRules rules =
        TestRules.none()
            .onServices(
                "test-label",
                (service, out) -> {
                  YamlMapping labels =
                      (YamlMapping) service.child("metadata").child("labels").node();
                  for (YamlMapping.Entry entry : labels.entries()) {
                    out.report(service, "label " + entry.name())
                        .fix(Fixes.removeEntry("remove it", true, labels, entry));
                  }
                });
    String yaml =
        """
        kind: Service
        apiVersion: v1
        metadata:
          name: backend
          labels:
            one: a
            # the second
            two: b
        """;

    assertThat(texts(fix(rules, false, yaml)))
        .containsValue(
            """
            kind: Service
            apiVersion: v1
            metadata:
              name: backend
              labels:
                # the second
                {}
            """);
  }

  @Test
  void a_repair_that_breaks_the_file_is_not_made_and_does_not_stop_others() {
    TestRules rules =
        TestRules.none()
            .onServices(
                "test-broken",
                onPortNames(
                    (name, port) ->
                        name.value().equals("a")
                            ? rename(true, name, "a", "b")
                            : new Fix("break it", true, List.of(breaking(name)))));
    String yaml = service("- {name: x, port: 1}\n- {name: a, port: 2}\n- {name: z, port: 3}\n");

    FixReport report = fix(rules, false, yaml);

    assertThat(texts(report)).containsValue(yaml.replace("name: a", "name: b"));
    assertThat(report.after().findings()).hasSize(3);
  }

  private static TextEdit breaking(Text name) {
    return new TextEdit(name.node().file(), name.node().start(), name.node().end(), "[");
  }

  @Test
  void edits_in_two_files_are_made_together_or_not_at_all() {
    TestRules rules =
        TestRules.none()
            .onMesh(
                "test-both",
                (mesh, out) -> {
                  List<Service> services = mesh.all(Service.class);
                  Text one = Objects.requireNonNull(services.get(0).child("metadata").text("name"));
                  Text two = Objects.requireNonNull(services.get(1).child("metadata").text("name"));
                  if (!one.value().equals("new")) {
                    out.report(one, "both")
                        .fix(new Fix("rename both", true, List.of(edit(one), edit(two))));
                  }
                });
    String yaml = "apiVersion: v1\nkind: Service\nmetadata: {name: old}\n";
    LintRequest request = LintRequest.ofText("a.yaml", yaml);

    assertThat(texts(fix(rules, false, request.withText("b.yaml", yaml))))
        .containsEntry("a.yaml", yaml.replace("old", "new"))
        .containsEntry("b.yaml", yaml.replace("old", "new"));

    Source context = Source.ofText("b.yaml", yaml).asContext();
    assertThat(fix(rules, false, request.withSource(context)).replacements()).isEmpty();
  }

  private static TextEdit edit(Text text) {
    return new TextEdit(text.node().file(), text.node().start(), text.node().end(), "new");
  }

  @Test
  void a_text_that_could_not_be_decoded_is_left_alone() {
    assertThat(fix(RENAMING, false, service("- {name: a, port: 1} # \uFFFD")).replacements())
        .isEmpty();
  }
}
