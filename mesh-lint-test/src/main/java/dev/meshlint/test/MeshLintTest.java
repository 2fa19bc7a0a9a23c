package dev.meshlint.test;

import dev.meshlint.core.finding.Severity;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A method of a JUnit Jupiter test that lints manifests, once, and becomes a test for every resource, every file or every rule:
 *
 * <pre>{@code
 * @MeshLintTest("src/main/k8s")
 * void manifests() {}
 * }</pre>
 *
 * <p>A test fails if there is a finding of the least severity or above in its resource, and shows the lines; all fail if the run itself
 * failed or nothing was linted. The method may take the {@link dev.meshlint.core.finding.LintReport} as a parameter, to
 * assert more. The configuration {@code .mesh-lint.yaml} at the first path or above it holds.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(MeshLintExtension.class)
public @interface MeshLintTest {
  /** The files and folders to lint, understood together, from the working directory of the tests. */
  String[] value();

  /** The least severity that fails a test. */
  Severity failOn() default Severity.ERROR;

  /** What becomes a test. */
  TestPer per() default TestPer.RESOURCE;
}
