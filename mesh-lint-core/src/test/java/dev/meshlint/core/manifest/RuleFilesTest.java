package dev.meshlint.core.manifest;

import static dev.meshlint.core.manifest.Inputs.file;
import static dev.meshlint.core.manifest.Inputs.skipped;
import static dev.meshlint.core.manifest.Inputs.titles;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files of rules as Prometheus itself reads them. */
class RuleFilesTest {
  private static final String RULES =
      "groups:\n- name: a\n  rules:\n  - alert: b\n    expr: up == 0\n";

  @Test
  void aFileOfRulesIsAResourceThatIsNamedAsTheFile() {
    ManifestSet set = file("watch/alerts.yaml", RULES).read();

    assertThat(titles(set)).containsExactly("RuleFile alerts.yaml");
    assertThat(set.resources().get(0)).returns(true, Resource::isRuleFile);
    assertThat(set.skipped()).isEmpty();
  }

  @Test
  void filesForAGeneratorAreFilesOfRules() {
    ManifestSet set =
        file("kustomization.yaml", "configMapGenerator:\n- name: alerts\n  files: [alerts.yaml]\n")
            .and("alerts.yaml", RULES)
            .read();

    assertThat(titles(set)).containsExactly("RuleFile alerts.yaml");
  }

  @Test
  void whatOnlyLooksAlikeIsNone() {
    ManifestSet set =
        file("users.yaml", "groups:\n- name: a\n  rules: [expr:read]\n")
            .and("empty.yaml", "groups:\n- name: a\n  rules: []\n# expr:\n")
            .and(".github/workflows/a.yaml", RULES)
            .and("values.yaml", RULES)
            .read();

    assertThat(set.resources()).isEmpty();
    assertThat(skipped(set))
        .containsExactly(
            ".github/workflows/a.yaml: CI workflow",
            "empty.yaml: Prometheus rule file",
            "users.yaml: Prometheus rule file",
            "values.yaml: Helm values");
  }
}
