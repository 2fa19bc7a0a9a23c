package dev.meshlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {
  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void makeProject() {
    project = new Project(folder);
  }

  private CheckMojo check(Object... settings) {
    CheckMojo mojo = project.mojo(new CheckMojo(), settings);
    Project.set(mojo, "reports", folder.resolve("target/mesh-lint").toFile());
    return mojo;
  }

  @Test
  void errorsFailTheBuildAndAreReported() {
    project.write("src/main/k8s/basket.yaml", Project.WRONG);

    assertThatThrownBy(check()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 errors");
    assertThat(project.log()).contains("basket.yaml:[8,47] subset \"v2\"");
    assertThat(folder.resolve("target/mesh-lint/mesh-lint.sarif"))
        .content()
        .contains("istio-undefined-subset");
  }

  @Test
  void correctManifestsPassAndAreNotLintedAgainUntilSomethingChanges() throws Exception {
    project.write("src/main/k8s/basket.yaml", Project.RIGHT);

    check().execute();
    assertThat(folder.resolve("target/mesh-lint/TEST-mesh-lint.xml")).exists();
    assertThat(project.log()).doesNotContain("nothing changed");
    check().execute();
    assertThat(project.log()).contains("nothing changed");

    project.write("src/main/k8s/basket.yaml", Project.WRONG);
    assertThatThrownBy(check()::execute).isInstanceOf(MojoFailureException.class);
    assertThatThrownBy(check()::execute).isInstanceOf(MojoFailureException.class);
  }

  @Test
  void everyFormatIsWrittenUnderItsUsualName() throws Exception {
    project.write("deploy/basket.yaml", Project.RIGHT);
    List<String> formats =
        List.of("text", "json", "sarif", "junit", "checkstyle", "gitlab", "markdown");

    check("formats", formats).execute();

    assertThat(folder.resolve("target/mesh-lint").toFile().list())
        .containsExactlyInAnyOrder(
            "mesh-lint.txt",
            "mesh-lint.json",
            "mesh-lint.sarif",
            "TEST-mesh-lint.xml",
            "checkstyle.xml",
            "gl-code-quality-report.json",
            "mesh-lint.md",
            "passed");
    assertThatThrownBy(check("formats", List.of("pdf"))::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("not \"pdf\"");
  }

  @Test
  void theConfigurationAndTheParametersDecideWhatFails() throws Exception {
    project.write("deploy/basket.yaml", Project.WRONG);
    project.write(".mesh-lint.yaml", "fail-on: never\n");

    assertThatCode(check()::execute).doesNotThrowAnyException();
    assertThatThrownBy(check("failOn", "error")::execute).isInstanceOf(MojoFailureException.class);
    assertThatThrownBy(check("failOn", "always")::execute)
        .isInstanceOf(MojoExecutionException.class);
    assertThatCode(check("failOn", "error", "excludes", List.of("basket.yaml"))::execute)
        .doesNotThrowAnyException();
  }

  @Test
  void whereNothingIsLintedItFailsOnlyIfSomethingWasNamed() throws Exception {
    Files.createDirectories(folder.resolve("deploy"));

    assertThatCode(check()::execute).doesNotThrowAnyException();
    assertThatThrownBy(check("sources", List.of("deploy"))::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("nothing was linted");
  }

  @Test
  void itCanBeSkipped() {
    project.write("src/main/k8s/basket.yaml", Project.WRONG);

    assertThatCode(check("skip", true)::execute).doesNotThrowAnyException();
  }
}
