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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The action of this repository, run as a runner of GitHub would: its script by bash, its inputs as variables. */
final class Action {
  private static final Path FILE = Path.of("..", "action.yml");

  private Action() {}

  /**
   * Runs it.
   *
   * @param home the folder that stands for this repository
   * @param workspace the folder that is checked out
   * @param environment variables besides those of this process
   */
  static Cli.Result run(Path home, Path workspace, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script())
            .directory(workspace.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("GITHUB_STEP_SUMMARY");
    builder.environment().put("GITHUB_ACTION_PATH", home.toString());
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Cli.Result(status, text(out), text(err));
  }

  /** The script of its only step, whose variables are the inputs. */
  private static String script() throws IOException {
    SourceFile file = new SourceFile("action.yml", Files.readString(FILE));
    YamlNode root = YamlReader.read(file, YamlLimits.DEFAULT, false).documents().get(0).root();
    YamlSequence steps = (YamlSequence) get(get(root, "runs"), "steps");
    assertThat(steps.items()).hasSize(1);
    YamlNode step = steps.items().get(0);
    assertThat(((YamlScalar) get(step, "shell")).text()).isEqualTo("bash");
    YamlMapping inputs = (YamlMapping) get(root, "inputs");
    for (YamlMapping.Entry variable : ((YamlMapping) get(step, "env")).entries()) {
      String name = Objects.requireNonNull(variable.name()).toLowerCase(Locale.ROOT);
      assertThat(((YamlScalar) variable.value()).text()).isEqualTo("${{ inputs." + name + " }}");
      assertThat(inputs.get(name)).isNotNull();
    }
    return ((YamlScalar) get(step, "run")).text();
  }

  private static YamlNode get(YamlNode node, String key) {
    return Objects.requireNonNull(((YamlMapping) node).get(key));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
