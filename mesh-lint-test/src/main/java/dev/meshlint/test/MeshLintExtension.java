package dev.meshlint.test;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs {@link MeshLintTest}. Stateless. */
final class MeshLintExtension implements TestTemplateInvocationContextProvider {
  MeshLintExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(MeshLintTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    MeshLintTest test = context.getRequiredTestMethod().getAnnotation(MeshLintTest.class);
    MeshLint linter = linter(test.value());
    LintReport report = linter.lint(LintRequest.of(List.of(test.value())));
    return linter.rules().catalogue().rules().stream()
        .map(rule -> new Invocation(rule, report, test.failOn()));
  }

  private static MeshLint linter(String[] paths) {
    Path start = Path.of(paths.length == 0 ? "" : paths[0]);
    @Nullable Path file = LintConfig.find(start);
    return MeshLint.builder()
        .config(file == null ? LintConfig.DEFAULT : LintConfig.load(file))
        .build();
  }

  /**
   * The test for one rule.
   *
   * @param rule the rule
   * @param report what was found
   * @param least the least severity that fails
   */
  private record Invocation(RuleInfo rule, LintReport report, Severity least)
      implements TestTemplateInvocationContext, BeforeTestExecutionCallback, ParameterResolver {
    @Override
    public String getDisplayName(int index) {
      return rule.id();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
      MeshLintAssertions.assertThat(report).hasNothingOf(rule.id(), least);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == LintReport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return report;
    }
  }
}
