package dev.meshlint.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.mesh.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  private static List<String> problems(String yaml) {
    ConfigException thrown =
        catchThrowableOfType(ConfigException.class, () -> LintConfig.parse("c.yaml", yaml));
    assertThat(thrown).as("problems").isNotNull();
    return thrown.problems().stream().map(ConfigException.Problem::toString).toList();
  }

  @Test
  void everything_can_be_set() {
    LintConfig config =
        LintConfig.parse(
            "c.yaml",
            """
            include: ["deploy/**"]
            exclude: [vendor/, "*.tmp.yaml"]
            context: [../platform]
            crds: crds
            world: closed
            known:
              namespaces: [istio-system]
              hosts: ["*.example.com"]
              gateways: [istio-system/public]
              service-accounts: [production/api]
              secrets: [production/certificate]
              complete-namespaces: [production]
            fail-on: warning
            baseline: known.yaml
            preview: true
            targets: {istio: "1.28", linkerd: edge-26.8.1, cilium: v1.19.2, gateway-api: 1.4}
            rules:
              istio-undefined-subset: off
              istio-timeout-out-of-range:
                severity: error
                options: {bound: 1m, hosts: [a, b]}
                case.mirror: info
            overrides:
              - paths: [legacy]
                namespaces: [old-*]
                kinds: [Gateway]
                rules: {istio-double-tls: warning}
            """);

    assertThat(config.include()).containsExactly("deploy/**");
    assertThat(config.exclude()).containsExactly("vendor/", "*.tmp.yaml");
    assertThat(config.context()).containsExactly("../platform");
    assertThat(config.crds()).containsExactly("crds");
    assertThat(config.world()).isEqualTo(World.CLOSED);
    assertThat(config.known().hosts()).containsExactly("*.example.com");
    assertThat(config.known().completeNamespaces()).containsExactly("production");
    assertThat(config.failOn()).isEqualTo(FailOn.WARNING);
    assertThat(config.baselineFrom(Path.of("here"))).isEqualTo(Path.of("here/known.yaml"));
    assertThat(config.preview()).isTrue();
    assertThat(config.targets())
        .isEqualTo(
            Map.of(
                "istio",
                "1.28",
                "linkerd",
                "edge-26.8.1",
                "cilium",
                "1.19.2",
                "gateway-api",
                "1.4"));
    assertThat(config.rules())
        .extracting(RuleConfig::level)
        .containsExactly(Level.OFF, Level.ERROR);
    assertThat(config.rules().get(1).options())
        .isEqualTo(Map.of("bound", List.of("1m"), "hosts", List.of("a", "b")));
    assertThat(config.rules().get(1).cases()).isEqualTo(Map.of("mirror", Level.INFO));
    assertThat(config.overrides().get(0).kinds()).containsExactly("Gateway");
    assertThat(config.overrides().get(0).rules().get(0).level()).isEqualTo(Level.WARNING);
  }

  @Test
  void an_empty_file_sets_nothing() {
    assertThat(LintConfig.parse("c.yaml", "# nothing yet\n")).isEqualTo(LintConfig.DEFAULT);
    assertThat(LintConfig.parse("c.yaml", "rules:\n")).isEqualTo(LintConfig.DEFAULT);
  }

  @Test
  void every_mistake_is_named_with_its_place() {
    assertThat(
            problems(
                """
                exlude: [a]
                world: close
                fail-on: errors
                rules:
                  a: fatal
                  b: {severty: error, case.x: loud}
                overrides:
                  - path: [a]
                """))
        .containsExactly(
            "c.yaml:1:1: \"exlude\" is no setting: did you mean \"exclude\"?",
            "c.yaml:2:8: \"world\" must be one of open, default, closed, not \"close\": did you mean"
                + " \"closed\"?",
            "c.yaml:3:10: \"fail-on\" must be one of error, warning, info, never, not \"errors\": did"
                + " you mean \"error\"?",
            "c.yaml:5:6: \"a\" must be one of off, info, warning, error, not \"fatal\"",
            "c.yaml:6:7: \"severty\" is no setting: did you mean \"severity\"?",
            "c.yaml:6:31: \"case.x\" must be one of off, info, warning, error, not \"loud\"",
            "c.yaml:8:5: \"path\" is no setting: did you mean \"paths\"?");
  }

  @Test
  void a_repository_may_hold_several_meshes() {
    LintConfig config =
        LintConfig.parse(
            "c.yaml",
            """
            context: [base]
            meshes:
              - name: east
                include: [clusters/east/]
                context: [shared/east]
                known: {namespaces: [istio-system]}
              - {name: west, include: clusters/west/}
            """);

    assertThat(config.meshes()).extracting(MeshEntry::name).containsExactly("east", "west");
    assertThat(config.meshes().get(0).context()).containsExactly("shared/east");
    assertThat(config.meshes().get(0).known().namespaces()).containsExactly("istio-system");
    assertThat(config.meshes().get(1).include()).containsExactly("clusters/west/");
    assertThat(
            problems(
                """
                meshes:
                  - {name: a, include: x, world: closed}
                  - {name: a, include: y}
                  - {include: z}
                  -
                """))
        .containsExactly(
            "c.yaml:2:27: \"world\" is no setting, only name, include, context, known, kustomize,"
                + " helm are",
            "c.yaml:3:5: two meshes are called \"a\"",
            "c.yaml:4:5: a mesh needs \"name\" and \"include\", \"kustomize\" or \"helm\"",
            "c.yaml:5:4: a mesh needs \"name\" and \"include\", \"kustomize\" or \"helm\"");
  }

  @Test
  void a_value_of_another_shape_is_named() {
    assertThat(problems("rules: [a]"))
        .containsExactly("c.yaml:1:8: \"rules\" must be a mapping, with one key a line");
    assertThat(problems("exclude: {a: b}"))
        .containsExactly("c.yaml:1:10: \"exclude\" must be a list of texts");
    assertThat(problems("overrides: {a: b}"))
        .containsExactly("c.yaml:1:12: \"overrides\" must be a list");
    assertThat(problems("- a"))
        .containsExactly("c.yaml:1:1: \"configuration\" must be a mapping, with one key a line");
    assertThat(problems("targets: {istio: latest}"))
        .containsExactly("c.yaml:1:18: \"latest\" is no version such as \"1.28\" or \"1.28.2\"");
    assertThat(problems("overrides: [{rules: {a: {options: {b: 1}}}}]"))
        .containsExactly("c.yaml:1:35: options can be set for all resources only, under \"rules\"");
  }

  @Test
  void a_syntax_error_is_named() {
    assertThat(problems("rules: [a")).first().asString().startsWith("c.yaml:1:8: ");
    assertThat(problems("world: open\nworld: closed\n")).hasSize(1);
    assertThat(problems("world: open\n---\nworld: closed\n"))
        .containsExactly("c.yaml:3:1: the configuration must be a single document");
  }

  @Test
  void the_nearest_file_upwards_holds(@TempDir Path folder) throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Path file = folder.resolve("a").resolve(LintConfig.FILE);
    Files.writeString(file, "context: [shared, ../other]\n");
    Files.writeString(inner.resolve("x.yaml"), "");

    assertThat(LintConfig.find(inner.resolve("x.yaml"))).isEqualTo(file);
    assertThat(LintConfig.find(inner)).isEqualTo(file);
    LintConfig config = LintConfig.load(file);
    assertThat(config.folder()).isEqualTo(folder.resolve("a"));
    assertThat(config.contextFrom(inner)).containsExactly("../shared", "../../other");
  }

  @Test
  void a_file_that_is_not_there_is_named(@TempDir Path folder) {
    assertThatThrownBy(() -> LintConfig.load(folder.resolve("none.yaml")))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith("none.yaml: cannot be read: it does not exist");
  }
}
