package dev.meshlint.core.manifest;

import static dev.meshlint.core.manifest.Inputs.file;
import static dev.meshlint.core.manifest.Inputs.problems;
import static dev.meshlint.core.manifest.Inputs.skipped;
import static dev.meshlint.core.manifest.Inputs.titles;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no manifest is skipped with a reason and never called broken. */
class SkippingTest {
  private static final String SERVICE =
      "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: x}\n";

  @Test
  void filesOfHelmCharts() {
    ManifestSet set =
        file("chart/Chart.yaml", "apiVersion: v2\nname: shop\n")
            .and("chart/values.yaml", "apiVersion: v1\nreplicas: 3\n")
            .and("chart/values-prod.yaml", "replicas: 3\n")
            .and("chart/ci/test-values.yaml", "replicas: 3\n")
            .and("chart/templates/service.yaml", "kind: {{ .Values.kind }}\n  {{- end }}")
            .and("chart/templates/sub/plain.yaml", SERVICE)
            .and("chart/crds/a.yaml", SERVICE)
            .and("templates/b.yaml", SERVICE)
            .read();

    assertThat(skipped(set))
        .containsExactly(
            "chart/Chart.yaml: Helm chart description",
            "chart/ci/test-values.yaml: Helm values",
            "chart/templates/service.yaml: Helm template",
            "chart/templates/sub/plain.yaml: Helm template",
            "chart/values-prod.yaml: Helm values",
            "chart/values.yaml: Helm values");
    assertThat(set.resources()).hasSize(2);
  }

  @Test
  void templatesThatAreNoYamlYet() {
    ManifestSet set =
        file("a.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ name }}-x\n")
            .and("b.yaml", "{% if x %}\n" + SERVICE + "{% endif %}\n")
            .and("c.yaml", "apiVersion: {{ v }}\nkind: {{ k }}\nmetadata: {name: a}\nspec: {}\n")
            .read();

    assertThat(problems(set)).isEmpty();
    assertThat(skipped(set))
        .containsExactly(
            "a.yaml: template that is not YAML yet",
            "b.yaml: template that is not YAML yet",
            "c.yaml: template that is not YAML yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  a: [[ .Values.name ]]-x",
        "  a: [[name]]-x",
        "  [[- if eq .Values.a \"b\" ]]",
        "  [[ end ]]\n  a: b",
        "  a: [[ include \"x\" . ]] b",
        "  a: [[ $name ]] b",
        "  a: {{ unclosed",
        "  a: {{ first\n    | second }}",
        "  a: <%= name %>: b"
      })
  void theSignsOfATemplateTellWhyAFileIsNoYaml(String lines) {
    ManifestSet set = file("a.yaml", SERVICE + "spec:\n" + lines + "\n  - c\n").read();

    assertThat(problems(set)).isEmpty();
    assertThat(skipped(set)).containsExactly("a.yaml: template that is not YAML yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[a, b], [c]]",
        "[[a]]",
        "[[ some words ]]",
        "[[1, 2],\n     [3, 4]]",
        "[[\n    a, b\n  ]]",
        "[[a,\n    .b]]",
        "[ [ .5 ] ]",
        "[['.a'], [\"$b\"]]"
      })
  void listsOfListsAreNoSignOfATemplate(String list) {
    assertThat(problems(file("a.yaml", SERVICE + "x: " + list + "\ny: [unclosed\n").read()))
        .containsExactly("yaml-syntax");
    assertThat(problems(file("a.yaml", SERVICE + "x: " + list + "\n").read())).isEmpty();
  }

  @Test
  void bracesInAScalarAreText() {
    ManifestSet set =
        file("a.yaml", SERVICE + "data:\n  x: '{{ $labels.pod }}'\n")
            .and("b.yaml", SERVICE + "data:\n  x: \"{{ a }}\"\n  y: [unclosed\n")
            .read();

    assertThat(titles(set)).containsExactly("Service x/a");
    assertThat(problems(set)).containsExactly("yaml-syntax");
    assertThat(set.skipped()).isEmpty();
  }

  @Test
  void aBrokenFileIsReportedOnlyWhereItIsAManifest() {
    ManifestSet set =
        file("a.yaml", "apiVersion: v1\nkind: Service\nmetadata: [\n")
            .and("b.yaml", "steps:\n- run: [\n# apiVersion\n")
            .read();

    assertThat(problems(set)).containsExactly("yaml-syntax");
    assertThat(skipped(set)).containsExactly("b.yaml: no apiVersion and kind");
  }

  @Test
  void aValidDocumentBeforeABrokenOneIsRead() {
    ManifestSet set = file("a.yaml", SERVICE + "---\napiVersion: v1\nkind: [\n").read();

    assertThat(titles(set)).containsExactly("Service x/a");
    assertThat(problems(set)).containsExactly("yaml-syntax");
  }

  @Test
  void duplicateKeysCountInManifestsAndKustomizationsOnly() {
    ManifestSet set =
        file("a.yaml", SERVICE + "kind: Service\n---\n# apiVersion\na: 1\na: 2\n")
            .and("kustomization.yaml", "resources: []\nresources: [a.yaml]\n")
            .and("values.yaml", "# apiVersion\na: 1\na: 2\n")
            .read();

    assertThat(set.files())
        .extracting(file -> file.yaml().file().name())
        .containsExactly("a.yaml", "kustomization.yaml");
    assertThat(problems(set)).containsExactly("yaml-duplicate-key", "yaml-duplicate-key");
  }

  @Test
  void everythingElseByItsKind() {
    ManifestSet set =
        file(".github/workflows/build.yml", "on: push\njobs: {}\n")
            .and("docker-compose.yml", "services:\n  web: {image: nginx}\n")
            .and("api.yaml", "openapi: 3.0.0\npaths: {}\n")
            .and("alerts.yaml", "groups:\n- name: a\n  rules:\n  - alert: b\n    query: up\n")
            .and("patch.yaml", "# apiVersion\n- op: replace\n  path: /spec\n  value: 1\n")
            .and("patch2.yaml", "- op: replace\n  path: /spec\n  value: 1\n")
            .and("delete.yaml", "$patch: delete\n" + SERVICE)
            .and("empty.yaml", "# nothing\n---\n\n")
            .and("blank.yaml", "")
            .and("package.json", "{\"name\": \"x\"}")
            .and(".mesh-lint.yaml", "rules: {}")
            .and(
                "plugin.yaml", "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: a}\n")
            .read();

    assertThat(set.resources()).isEmpty();
    assertThat(skipped(set))
        .containsExactlyInAnyOrder(
            ".github/workflows/build.yml: CI workflow",
            "docker-compose.yml: Compose file",
            "api.yaml: OpenAPI document",
            "alerts.yaml: Prometheus rule file",
            "patch.yaml: JSON patch",
            "patch2.yaml: JSON patch",
            "delete.yaml: kustomize patch",
            "empty.yaml: empty",
            "blank.yaml: empty",
            "package.json: no apiVersion and kind",
            ".mesh-lint.yaml: mesh-lint configuration",
            "plugin.yaml: input of a kustomization");
  }
}
