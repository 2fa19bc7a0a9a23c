package dev.meshlint.test;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    ConfiguredRun run = ConfiguredRun.on(List.of(test.value()));
    Map<String, List<Finding>> cases =
        Cases.of(test.per(), run.rules(), run.meshes(), run.report());
    return cases.entrySet().stream()
        .map(one -> new Invocation(one.getKey(), one.getValue(), run.report(), test.failOn()));
  }

  /**
   * One test.
   *
   * @param name what it is called
   * @param own what was found in it
   * @param report all that was found
   * @param least the least severity that fails
   */
  private record Invocation(String name, List<Finding> own, LintReport report, Severity least)
      implements TestTemplateInvocationContext, BeforeTestExecutionCallback, ParameterResolver {
    @Override
    public String getDisplayName(int index) {
      return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
      MeshLintAssertions.assertThat(report).isComplete();
      if (!own.isEmpty()) {
        MeshLintAssertions.assertThat(report.withFindings(own, null)).hasNone(least);
      }
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
