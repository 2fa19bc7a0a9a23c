package dev.meshlint.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.meshlint.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema, for editors, and the reader agree. */
class ConfigSchemaTest {
  private static final Path FILE = Path.of("../docs/schema/configuration.schema.json");
  private static Schema schema;

  @BeforeAll
  static void read() throws IOException {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FILE));
  }

  private static boolean fitsSchema(String yaml) {
    return schema.validate(new YAMLMapper().readTree(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules:",
        "{include: a, exclude: [b, 1], context: [c], crds: crds}",
        "{world: closed, fail-on: never, preview: true, baseline: known.yaml}",
        "baseline:",
        "targets: {istio: \"1.28\", linkerd: edge-26.8.1, cilium: v1.19.2, gateway-api: 1.4}",
        "known: {namespaces: [a], hosts: b, gateways: [c/d], service-accounts: [e/f], secrets: [g/*]}",
        "known: {complete-namespaces: [a]}",
        "meshes: [{name: a, include: b}, {name: c, include: [d], context: e, known: {hosts: f}}]",
        "meshes: [{name: a, kustomize: b}, {name: c, kustomize: [d, e], helm: f}]",
        "meshes: [{name: a, helm: [b, c]}, {name: d, helm: {chart: e, values: [f]}}]",
        "meshes: [{name: a, helm: [{chart: b}, {chart: c, values: d}]}]",
        "rules: {a: off, b: {severity: error, options: {c: [1, 2], d: 5m}, case.e: info}}",
        "overrides: [{paths: a, namespaces: [b-*], kinds: [C], rules: {d: warning}}]",
        "suppressions: [{rules: a, paths: b}, {rules: [a], kinds: [C], until: 2026-12-31, reason: x}]",
      })
  void bothTakeWhatIsRight(String yaml) {
    assertThat(LintConfig.parse("c.yaml", yaml)).isNotNull();
    assertThat(fitsSchema(yaml)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a]",
        "exlude: [a]",
        "exclude: {a: b}",
        "world: close",
        "fail-on: errors",
        "baseline: [a]",
        "meshes: [{name: a, helm: {values: b}}]",
        "meshes: [{name: a, helm: {chart: b, set: c}}]",
        "meshes: [{name: a, helm: [{chart: b}, c]}]",
        "preview: maybe",
        "targets: {istio: latest}",
        "targets: {kuma: 1.2}",
        "known: {hots: a}",
        "meshes: {a: b}",
        "meshes: [{name: a}]",
        "meshes: [{name: a, include: b, world: open}]",
        "rules: [a]",
        "rules: {a: fatal}",
        "rules: {a: {severty: error}}",
        "rules: {a: {case.x: loud}}",
        "overrides: [{path: a}]",
        "overrides: [{rules: {a: {options: {b: 1}}}}]",
        "suppressions: {rules: a}",
        "suppressions: [{rules: a}]",
        "suppressions: [{paths: a}]",
        "suppressions: [{rules: a, paths: b, until: tomorrow}]",
      })
  void bothRefuseWhatIsWrong(String yaml) {
    assertThatThrownBy(() -> LintConfig.parse("c.yaml", yaml)).isInstanceOf(ConfigException.class);
    assertThat(fitsSchema(yaml)).isFalse();
  }

  @Test
  void the_schema_says_where_it_refuses_what() {
    String yaml =
        """
        world: closed
        rules:
          a: off
          b: {severty: error}
        """;

    assertThat(ConfigSchema.judge(new SourceFile("c.yaml", yaml)))
        .extracting(ConfigException.Problem::toString)
        .contains("c.yaml:4:7: \"severty\" is not a field of \"b\"")
        .allMatch(line -> line.startsWith("c.yaml:4:"));
    assertThat(ConfigSchema.judge(new SourceFile("c.yaml", "rules: {a: off}\npreview: no\n")))
        .extracting(ConfigException.Problem::toString)
        .containsExactly("c.yaml:2:10: \"preview\" must be of type [\"boolean\",\"null\"]");
  }
}
