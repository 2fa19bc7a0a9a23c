package shop.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.test.MeshLintAssertions;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final List<String> SHOWN =
      List.of("subset \"v2\" of host \"basket\" is not defined", "503", "data-title=\"basket\"");

  @Test
  void the_module_lints_beside_its_tests() throws Exception {
    assertThat(MeshLint.class.getModule().getName()).isEqualTo("dev.meshlint.core");
    assertThat(Checks.report(Path.of("k8s"))).contains(SHOWN);
    MeshLintAssertions.assertThat(MeshLintAssertions.lint("k8s"))
        .hasFindingOf("istio-undefined-subset");
  }

  /** As in production: nothing is on the class path. */
  @Test
  void the_module_runs_with_modules_only() throws Exception {
    String path =
        Stream.of("jdk.module.path", "java.class.path", "surefire.test.class.path")
            .map(name -> System.getProperty(name, ""))
            .flatMap(value -> Arrays.stream(value.split(File.pathSeparator)))
            .filter(entry -> !entry.contains("test-classes") && !entry.contains("surefire"))
            .filter(entry -> !entry.contains("junit") && !entry.contains("assertj"))
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                path,
                "-m",
                "shop.checks/shop.checks.Checks",
                "k8s")
            .redirectErrorStream(true)
            .start();

    assertThat(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains(SHOWN);
    assertThat(run.waitFor()).isZero();
  }
}
