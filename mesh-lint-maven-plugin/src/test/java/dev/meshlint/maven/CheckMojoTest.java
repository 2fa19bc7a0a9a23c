package dev.meshlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {
  private static final String WRONG =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: basket}
      spec:
        hosts: [basket]
        http:
          - route:
              - destination: {host: basket, subset: v2}
      """;

  private static final String RIGHT =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: basket}
      spec: {selector: {app: basket}, ports: [{port: 80, name: http}]}
      """;

  @TempDir Path project;

  private CheckMojo mojo(String manifest) throws Exception {
    Files.createDirectories(project.resolve("src/main/k8s"));
    Files.writeString(project.resolve("src/main/k8s/basket.yaml"), manifest);
    CheckMojo mojo = new CheckMojo();
    set(mojo, "basedir", project.toFile());
    set(mojo, "reports", project.resolve("target/mesh-lint").toFile());
    return mojo;
  }

  private static void set(CheckMojo mojo, String field, Object value) throws Exception {
    Field declared = CheckMojo.class.getDeclaredField(field);
    declared.setAccessible(true);
    declared.set(mojo, value);
  }

  @Test
  void errorsFailTheBuildAndAreReported() throws Exception {
    CheckMojo mojo = mojo(WRONG);

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 errors");
    assertThat(project.resolve("target/mesh-lint/mesh-lint.sarif"))
        .content()
        .contains("istio-undefined-subset");
  }

  @Test
  void correctManifestsPass() throws Exception {
    CheckMojo mojo = mojo(RIGHT);

    assertThatCode(mojo::execute).doesNotThrowAnyException();
    assertThat(project.resolve("target/mesh-lint/TEST-mesh-lint.xml")).exists();
  }

  @Test
  void nothingFailsWhereNothingShall() throws Exception {
    CheckMojo mojo = mojo(WRONG);
    set(mojo, "failOn", "never");

    assertThatCode(mojo::execute).doesNotThrowAnyException();
  }

  @Test
  void skippingLeavesNoReport() throws Exception {
    CheckMojo mojo = mojo(WRONG);
    set(mojo, "skip", true);

    mojo.execute();

    assertThat(project.resolve("target")).doesNotExist();
  }

  @Test
  void theProjectsConfigurationHolds() throws Exception {
    CheckMojo mojo = mojo(WRONG);
    Files.writeString(
        project.resolve(".mesh-lint.yaml"), "rules:\n  istio-undefined-subset: off\n");

    assertThatCode(mojo::execute).doesNotThrowAnyException();
  }

  @Test
  void aWrongSettingIsNoFindingButABrokenBuild() throws Exception {
    CheckMojo mojo = mojo(WRONG);
    set(mojo, "failOn", "errors");

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("failOn takes");
  }
}
