package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the image and the action run is something that the program and its launcher take. */
class ContainersTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String HOME = "/opt/mesh-lint";

  @TempDir Path folder;

  private static YamlNode get(YamlNode node, String key) {
    return Objects.requireNonNull(((YamlMapping) node).get(key));
  }

  /** The script of the action's only step. */
  private static String script() throws IOException {
    SourceFile file = new SourceFile("action.yml", Files.readString(ROOT.resolve("action.yml")));
    YamlNode root = YamlReader.read(file, YamlLimits.DEFAULT, false).documents().get(0).root();
    YamlSequence steps = (YamlSequence) get(get(root, "runs"), "steps");
    assertThat(steps.items()).hasSize(1);
    return ((YamlScalar) get(steps.items().get(0), "run")).text();
  }

  private List<String> act(Map<String, String> environment) throws Exception {
    Path launcher = folder.resolve("mesh-lint");
    Files.writeString(launcher, "#!/bin/sh\nfor word; do echo \"$word\"; done\nexit 1\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("deploy.yaml"), "");
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().remove("GITHUB_STEP_SUMMARY");
    builder.environment().put("GITHUB_ACTION_PATH", folder.toString());
    builder.environment().putAll(environment);
    assertThat(builder.start().waitFor()).isEqualTo(1);
    return Files.readAllLines(out);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void inputs_of_the_action_become_arguments() throws Exception {
    assertThat(act(Map.of("PATHS", "deploy/*.yaml base", "ARGUMENTS", "--select istio-* --each")))
        .containsExactly(
            "--format", "github", "--select", "istio-*", "--each", "deploy/*.yaml", "base");
    assertThat(act(Map.of("PATHS", ".", "ARGUMENTS", "")))
        .containsExactly("--format", "github", ".");
    assertThat(act(Map.of("PATHS", "*", "ARGUMENTS", "", "GITHUB_STEP_SUMMARY", "/a b/c")))
        .containsExactly("--format", "github", "--format", "markdown=/a b/c", "*");
  }

  @Test
  void the_image_is_warmed_up_and_started_with_arguments_that_work() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("Dockerfile"));
    String program = HOME + "/bin/mesh-lint";
    String warmUp =
        lines.stream().filter(line -> line.startsWith("RUN " + program)).findFirst().orElseThrow();
    String arguments =
        warmUp.substring(warmUp.indexOf(program) + program.length()).replaceAll(" >.*", "");

    assertThat(Path.of("src/main/dist/bin/mesh-lint")).exists();
    assertThat(Cli.in(ROOT).lint(arguments.replace(HOME + "/", "").strip().split(" ")).status())
        .isZero();
    assertThat(lines).contains("ENTRYPOINT [\"" + program + "\"]", "CMD [\".\"]");
    assertThat(Cli.in(ROOT.resolve("examples/guide/undefined-subset-wrong")).lint(".").status())
        .isEqualTo(1);
  }

  @Test
  void the_image_holds_what_its_build_makes() throws IOException {
    assertThat(ROOT.resolve("Dockerfile"))
        .content()
        .contains("-pl mesh-lint-cli -am package", "/src/mesh-lint-cli/target/dist " + HOME);
    assertThat(Path.of("pom.xml")).content().contains("${project.basedir}/target/dist");
  }
}
