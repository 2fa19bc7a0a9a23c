package dev.meshlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {
  @TempDir Path folder;
  private final ScriptedEditor editor = new ScriptedEditor();
  private Project project;

  @BeforeEach
  void makeProject() {
    project = new Project(folder);
  }

  private CheckMojo check(Object... settings) {
    CheckMojo mojo = project.mojo(new CheckMojo(editor), settings);
    Project.set(mojo, "reports", folder.resolve("target/mesh-lint").toFile());
    return mojo;
  }

  @Test
  void errorsFailTheBuildAndAreReported() {
    project.write("src/main/k8s/basket.yaml", Project.WRONG);

    assertThatThrownBy(check()::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("1 error, 1 info in 1 file, 1 resource: see above");
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

    check("formats", ReportFormat.labels()).execute();

    assertThat(folder.resolve("target/mesh-lint").toFile().list())
        .containsExactlyInAnyOrder(
            "mesh-lint.txt",
            "mesh-lint.json",
            "mesh-lint.sarif",
            "TEST-mesh-lint.xml",
            "checkstyle.xml",
            "gl-code-quality-report.json",
            "mesh-lint.md",
            "mesh-lint.github",
            "mesh-lint.html",
            "passed");
    assertThatThrownBy(check("formats", List.of("pdf"))::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("not \"pdf\"");
  }

  @Test
  void theReportInHtmlShowsTheMesh() {
    project.write("deploy/basket.yaml", Project.WRONG);

    assertThatThrownBy(check("formats", List.of("html"))::execute)
        .isInstanceOf(MojoFailureException.class);
    assertThat(folder.resolve("target/mesh-lint/mesh-lint.html"))
        .content()
        .contains("<div class=\"picture\">", "data-title=\"basket\"");
  }

  @Test
  void eclipseShowsFindingsAtTheirLinesUntilTheyAreRepaired() throws Exception {
    project.write("deploy/basket.yaml", Project.WRONG);
    check("eclipse", "2.7.0").execute();

    assertThat(editor.shown()).hasSize(1).first().asString().startsWith("basket.yaml:8:47 error");
    assertThat(project.log()).doesNotContain("subset");

    project.write("deploy/basket.yaml", Project.RIGHT);
    check("eclipse", "2.7.0").execute();
    assertThat(editor.shown()).isEmpty();
    check("eclipse", "2.7.0").execute();
    assertThat(project.log()).doesNotContain("nothing changed");
    editor.buildIncrementally();
    check("eclipse", "2.7.0").execute();
    assertThat(project.log()).contains("nothing changed");
  }

  @Test
  void aSingleFileIsAlwaysReadAgainBecauseItDependsOnTheOthers() throws Exception {
    project.write("deploy/basket.yaml", Project.RIGHT);

    check("sources", List.of("deploy/basket.yaml")).execute();
    check("sources", List.of("deploy/basket.yaml")).execute();
    assertThat(project.log()).doesNotContain("nothing changed");
  }

  @Test
  void consoleAndReportsKeepSecrets() throws Exception {
    try (Stream<Path> kinds = Files.list(Path.of("../mesh-lint-core/src/test/resources/secrets"))) {
      for (Path kind : kinds.toList()) {
        // A key that is there twice, so that there is something to report on each.
        String manifest = Files.readString(kind).replaceAll("CANARY|ENCODED", "canary-3f1d5e");
        project.write("deploy/" + kind.getFileName(), manifest + "kind: Other\n");
      }
    }

    assertThatThrownBy(check("formats", ReportFormat.labels())::execute)
        .isInstanceOf(MojoFailureException.class);
    assertThat(project.log()).contains("secret.yaml:", "wasm-plugin.yaml:");
    assertThat(project.log()).doesNotContain("canary-3f1d5e");
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(folder.resolve("target/mesh-lint").resolve(format.fileName()))
          .content()
          .contains("wasm-plugin.yaml")
          .doesNotContain("canary-3f1d5e");
    }
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
  void withoutAProjectReportsLieBelowTheFolderItIsCalledIn() throws Exception {
    project.write("deploy/basket.yaml", Project.RIGHT);

    project.mojo(new CheckMojo(editor)).execute();

    assertThat(folder.resolve("target/mesh-lint/mesh-lint.json")).exists();
    assertThat(project.log()).endsWith("no findings in 1 file, 1 resource\n");
  }

  @Test
  void itCanBeSkipped() {
    project.write("src/main/k8s/basket.yaml", Project.WRONG);

    assertThatCode(check("skip", true)::execute).doesNotThrowAnyException();
  }
}
