package dev.meshlint.rules;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.config.RuleConfig;
import dev.meshlint.core.engine.RuleSet;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.FixReport;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.report.TextReporter;
import dev.meshlint.core.source.Source;
import dev.meshlint.rules.MarkedManifests.Expected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lints inline manifests and compares the findings of all rules with the marks in them, see {@link MarkedManifests}:
 *
 * <pre>{@code
 * RuleTester.DEFAULT.check("""
 *     apiVersion: networking.istio.io/v1
 *     kind: VirtualService
 *     …
 *                 subset: v2   # expect: istio-undefined-subset "is not defined"
 *     """);
 * }</pre>
 *
 * <p>Preview rules run too.
 *
 * @param world how much of the world the manifests hold
 * @param namespace the namespace of resources that name none; null if none is given
 * @param today the day of the run
 * @param rules what the configuration sets
 * @param select the only rules that run; empty for all
 */
record RuleTester(
    World world,
    @Nullable String namespace,
    LocalDate today,
    List<RuleConfig> rules,
    List<String> select) {
  static final RuleTester DEFAULT =
      new RuleTester(World.DEFAULT, null, LocalDate.of(2026, 11, 25), List.of(), List.of());

  /** Loading rules and schemas takes longer than linting an example. */
  private static final Map<RuleTester, MeshLint> LINTERS = new ConcurrentHashMap<>();

  private static final RuleSet ALL = RuleSet.load(RuleTester.class.getClassLoader());

  static RuleSet allRules() {
    return ALL;
  }

  RuleTester withWorld(World value) {
    return new RuleTester(value, namespace, today, rules, select);
  }

  RuleTester withNamespace(@Nullable String value) {
    return new RuleTester(world, value, today, rules, select);
  }

  RuleTester withToday(LocalDate value) {
    return new RuleTester(world, namespace, value, rules, select);
  }

  RuleTester withRule(RuleConfig value) {
    List<RuleConfig> more = new ArrayList<>(rules);
    more.add(value);
    return new RuleTester(world, namespace, today, more, select);
  }

  /** With a rule that is off by default. */
  RuleTester withRule(String id) {
    return withRule(RuleConfig.of(id, Level.WARNING));
  }

  /** With these rules only. */
  RuleTester withOnly(String... ids) {
    return new RuleTester(world, namespace, today, rules, List.of(ids));
  }

  /** Lints manifests; fails unless the findings are exactly those that are marked. */
  void check(String manifests) {
    check(MarkedManifests.parse(manifests));
  }

  void check(MarkedManifests manifests) {
    compare(manifests, lint(manifests.files()));
  }

  /** Lints files by their names. */
  LintReport lint(Map<String, String> files) {
    return lint(files, Map.of());
  }

  /** Lints files by several threads. */
  LintReport lint(Map<String, String> files, int jobs) {
    return linter(jobs).lint(request(files));
  }

  /** Makes all fixes, also those that are not safe. */
  FixReport fix(Map<String, String> files) {
    return LINTERS.computeIfAbsent(this, tester -> tester.linter(1)).fix(request(files), true);
  }

  private static LintRequest request(Map<String, String> files) {
    LintRequest request = LintRequest.of(List.<String>of());
    for (Map.Entry<String, String> file : files.entrySet()) {
      request = request.withText(file.getKey(), file.getValue());
    }
    return request;
  }

  LintReport lint(Map<String, String> files, Map<String, String> context) {
    LintRequest request = request(files);
    for (Map.Entry<String, String> file : context.entrySet()) {
      request = request.withSource(Source.ofText(file.getKey(), file.getValue()).asContext());
    }
    return LINTERS.computeIfAbsent(this, tester -> tester.linter(1)).lint(request);
  }

  private MeshLint linter(int jobs) {
    LintConfig config = LintConfig.DEFAULT.withWorld(world).withPreview(true).withRules(rules);
    Instant noon = today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    return MeshLint.builder()
        .ruleSet(ALL)
        .config(config)
        .namespace(namespace)
        .select(select)
        .clock(Clock.fixed(noon, ZoneOffset.UTC))
        .jobs(jobs)
        .build();
  }

  /**
   * Compares what was found with what is marked. What is unresolved, because an example is no whole mesh, counts only where
   * it is marked.
   */
  static void compare(MarkedManifests manifests, LintReport report) {
    List<Finding> unexpected = new ArrayList<>(report.findings());
    List<Expected> missing = new ArrayList<>();
    for (Expected expected : manifests.expected()) {
      if (!removeFirst(unexpected, expected)) {
        missing.add(expected);
      }
    }
    unexpected.removeIf(
        finding ->
            finding.certainty() == Certainty.UNRESOLVED && finding.severity() == Severity.INFO);
    if (missing.isEmpty() && unexpected.isEmpty() && report.errors().isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    missing.forEach(expected -> text.append("\nmarked but not found: ").append(expected));
    report.errors().forEach(error -> text.append("\nthe run failed: ").append(error));
    if (!unexpected.isEmpty()) {
      text.append("\nfound but not marked:\n").append(text(with(report, unexpected)));
    }
    if (!missing.isEmpty()) {
      text.append("\nthe whole report:\n").append(text(report));
    }
    throw new AssertionError(text.toString());
  }

  private static boolean removeFirst(List<Finding> findings, Expected expected) {
    for (int i = 0; i < findings.size(); i++) {
      if (expected.matches(findings.get(i))) {
        findings.remove(i);
        return true;
      }
    }
    return false;
  }

  private static LintReport with(LintReport report, List<Finding> findings) {
    return new LintReport(
        findings,
        report.suppressed(),
        report.skipped(),
        report.errors(),
        report.files(),
        report.resources());
  }

  /** The report as people see it. */
  static String text(LintReport report) {
    StringBuilder text = new StringBuilder();
    try {
      new TextReporter(false, TextReporter.Detail.VERBOSE).write(report, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
