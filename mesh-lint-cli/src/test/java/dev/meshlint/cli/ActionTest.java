package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the action makes of its inputs. That it and the image work with what is built, {@link ContainersIT} shows. */
@DisabledOnOs(OS.WINDOWS)
class ActionTest {
  @TempDir Path folder;

  private List<String> act(Map<String, String> environment) throws Exception {
    Path launcher = folder.resolve("mesh-lint");
    Files.writeString(launcher, "#!/bin/sh\nfor word; do echo \"$word\"; done\nexit 1\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("deploy.yaml"), "");
    Cli.Result result = Action.run(folder, folder, environment);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    return result.out().lines().toList();
  }

  @Test
  void inputs_of_the_action_become_arguments() throws Exception {
    assertThat(act(Map.of("PATHS", "deploy/*.yaml base", "ARGUMENTS", "--select istio-* --each")))
        .containsExactly(
            "--format", "github", "--select", "istio-*", "--each", "deploy/*.yaml", "base");
    assertThat(act(Map.of("PATHS", ".", "ARGUMENTS", "")))
        .containsExactly("--format", "github", ".");
    assertThat(act(Map.of("PATHS", "*", "ARGUMENTS", "", "GITHUB_STEP_SUMMARY", "/a b/c")))
        .containsExactly("--format", "github", "--format", "markdown=/a b/c", "*");
  }
}
