package dev.meshlint.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class MeshLintExtensionTest {
  private static final String SHOP = "../examples/online-shop";

  /** Run by the tests below, which switch the condition off. */
  @EnabledIfSystemProperty(named = "inside", matches = "another test")
  static class Wrong {
    @MeshLintTest(value = SHOP, per = TestPer.RULE)
    void manifests() {}
  }

  /** Run by the tests below, which switch the condition off. */
  @EnabledIfSystemProperty(named = "inside", matches = "another test")
  static class Resources {
    @MeshLintTest(SHOP)
    void manifests() {}
  }

  /** Run by the tests below, which switch the condition off. */
  @EnabledIfSystemProperty(named = "inside", matches = "another test")
  static class Files {
    @MeshLintTest(value = SHOP, per = TestPer.FILE)
    void manifests() {}
  }

  /** Run by the tests below, which switch the condition off. */
  @EnabledIfSystemProperty(named = "inside", matches = "another test")
  static class Strict {
    @MeshLintTest(value = "../examples/guide/undefined-subset-correct", failOn = Severity.INFO)
    void manifests(LintReport report) {
      assertThat(report.resources()).isPositive();
    }
  }

  /** Run by the tests below, which switch the condition off. */
  @EnabledIfSystemProperty(named = "inside", matches = "another test")
  static class Empty {
    @MeshLintTest("src/main")
    void manifests() {}
  }

  private static Events run(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.conditions.deactivate", "*")
        .selectors(selectClass(test))
        .execute()
        .testEvents();
  }

  private static List<String> names(Stream<Event> events) {
    return events.map(event -> event.getTestDescriptor().getDisplayName()).toList();
  }

  @Test
  void theRulesThatFoundErrorsFailAndShowTheLines() {
    Events events = run(Wrong.class);

    assertThat(names(events.failed().stream())).isEqualTo(wrong(Finding::rule));
    assertThat(events.succeeded().count()).isGreaterThan(100);
  }

  @Test
  void theResourcesWithErrorsFail() {
    Events events = run(Resources.class);

    assertThat(names(events.failed().stream()))
        .hasSizeGreaterThan(3)
        .containsExactlyInAnyOrderElementsOf(
            wrong(one -> one.resource() + " (" + one.place().file().name() + ")"));
    assertThat(names(events.succeeded().stream()))
        .contains("Service storefront/search (" + SHOP + "/search/workload.yaml)");
    assertThat(events.started().count())
        .isEqualTo(MeshLint.withDefaults().lint(Path.of(SHOP)).resources());
  }

  @Test
  void theFilesWithErrorsFail() {
    Events events = run(Files.class);

    assertThat(names(events.failed().stream()))
        .hasSizeGreaterThan(1)
        .containsExactlyInAnyOrderElementsOf(wrong(one -> one.place().file().name()));
    assertThat(events.succeeded().count()).isPositive();
  }

  /** What the errors in the shop are in, by name. */
  private static List<String> wrong(Function<Finding, String> name) {
    return MeshLint.withDefaults().lint(Path.of(SHOP)).findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(name)
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void theMethodMayAskTheReport() {
    assertThat(run(Strict.class).failed().count()).isZero();
  }

  @Test
  void aTestOnNothingFails() {
    assertThat(run(Empty.class).succeeded().count()).isZero();
  }

  @Test
  void reportsCheckThemselves() {
    LintReport report = MeshLint.withDefaults().lint(Path.of(SHOP));

    assertThatThrownBy(report::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("identity/routing.yaml:10:7: gateway")
        .hasMessageContaining("[istio-unqualified-gateway]");
  }
}
