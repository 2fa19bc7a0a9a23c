package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The action and the image on the distribution as the build makes it: what they call is there and does what they want. */
@DisabledOnOs(OS.WINDOWS)
class ContainersIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Where the image is built, and where in it the program lies. */
  private static final String SOURCES = "/src";

  private static final String HOME = "/opt/mesh-lint";
  private static final Map<String, String> JAVA =
      Map.of("JAVA_HOME", System.getProperty("java.home"));

  @TempDir Path folder;

  private static List<String> image() throws IOException {
    return Files.readAllLines(ROOT.resolve("Dockerfile"));
  }

  /** The words behind an instruction of the image, wherever it stands in it. */
  private static List<String> instructions(String name) throws IOException {
    return image().stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .toList();
  }

  /** What the image has from its build, by its place in the image. */
  private static Map<String, Path> copied() throws IOException {
    List<String> copies = new ArrayList<>(instructions("COPY"));
    assertThat(copies.remove(0)).isEqualTo(". .");
    assertThat(copies).hasSize(1);
    String[] words = copies.get(0).split(" ");
    assertThat(words[0]).isEqualTo("--from=build");
    return Map.of(words[2], ROOT.resolve(words[1].substring(SOURCES.length() + 1)));
  }

  /** Runs a program of the image where it was copied from. */
  private int run(Path directory, List<String> words) throws Exception {
    Path home = copied().get(HOME);
    List<String> command = new ArrayList<>();
    for (String word : words) {
      command.add(word.replace(HOME, String.valueOf(home)));
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().putAll(JAVA);
    int status = builder.start().waitFor();
    assertThat(folder.resolve("err")).isEmptyFile();
    return status;
  }

  @Test
  void the_image_is_built_of_all_that_is_here() throws IOException {
    assertThat(ROOT.resolve(".dockerignore")).hasContent(".git\n**/target\n");
    assertThat(instructions("WORKDIR")).first().isEqualTo(SOURCES);
    assertThat(instructions("RUN"))
        .first()
        .isEqualTo("mvn -B -q -Dquick -DskipTests -pl mesh-lint-cli -am package");
  }

  @Test
  void what_the_image_takes_from_its_build_is_there() throws IOException {
    Path home = copied().get(HOME);

    assertThat(home).isNotNull();
    assertThat(home.resolve("bin/mesh-lint")).isExecutable();
    assertThat(home.resolve("lib/mesh-lint.jar")).isNotEmptyFile();
    assertThat(home.resolve("lib/mesh-lint-html.jar")).isNotEmptyFile();
    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
  }

  @Test
  void the_image_is_warmed_up_and_started_with_what_works() throws Exception {
    String warmUp = instructions("RUN").get(1).replaceAll(" >.*", "");
    assertThat(run(folder, List.of(warmUp.split(" ")))).isZero();

    String program = HOME + "/bin/mesh-lint";
    assertThat(instructions("ENTRYPOINT")).containsExactly("[\"" + program + "\"]");
    assertThat(instructions("CMD")).containsExactly("[\".\"]");
    Path example = ROOT.resolve("examples/guide/undefined-subset-wrong");
    assertThat(run(example, List.of(program, "."))).isEqualTo(1);
    assertThat(folder.resolve("out")).content().startsWith("stock.yaml:13:21: error: ");
  }

  @Test
  void the_action_annotates_lines_and_writes_a_summary() throws Exception {
    Path home = Files.createDirectory(folder.resolve("action"));
    Files.createSymbolicLink(
        home.resolve("mesh-lint"), copied().get(HOME).resolve("bin/mesh-lint"));
    Path summary = folder.resolve("summary.md");

    Cli.Result result =
        Action.run(
            home,
            ROOT.resolve("examples/guide"),
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PATHS",
                "undefined-subset-wrong unqualified-gateway-wrong",
                "ARGUMENTS",
                "--select istio-undefined-subset --format sarif=" + folder.resolve("log.sarif"),
                "GITHUB_STEP_SUMMARY",
                summary.toString()));

    assertThat(result.out())
        .startsWith(
            "::error file=undefined-subset-wrong/stock.yaml,line=13,endLine=13,col=21,endColumn=27,")
        .doesNotContain("unqualified");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
    assertThat(summary).content().contains("| error | undefined-subset-wrong/stock.yaml:13 |");
    assertThat(folder.resolve("log.sarif")).content().contains("\"semanticVersion\":\"");
  }
}
