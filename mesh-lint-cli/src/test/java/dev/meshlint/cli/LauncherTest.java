package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that finds a Java and becomes it, with Javas that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in
          -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) echo archive >"${argument#*=}" ;;
        esac
        echo "$argument"
      done
      """;

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void layOut() throws IOException {
    home = folder.toRealPath().resolve("a folder");
    for (String name : List.of("java.sh", "mesh-lint")) {
      Path script = home.resolve("bin").resolve(name);
      Files.createDirectories(script.getParent());
      Files.copy(Path.of("src/main/dist/bin").resolve(name), script);
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("lib/mesh-lint.jar"), "");
  }

  @Test
  void arguments_arrive_as_they_are() throws Exception {
    Result result = launch(java("17.0.15"), "-q", "one file.yaml", "*", "");

    assertThat(result.out())
        .endsWith("dev.meshlint.cli.Main\n-q\none file.yaml\n*\n\n")
        .contains("\n-cp\n" + home.resolve("lib/mesh-lint.jar") + "\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void the_first_start_makes_an_archive_and_all_use_it() throws Exception {
    Path java = java("17.0.15");

    for (int i = 0; i < 2; i++) {
      assertThat(launch(java).out()).contains("-XX:SharedArchiveFile=" + home.resolve("cache/"));
    }
    assertThat(home.resolve("cache")).isDirectoryContaining("glob:**-17.0.15");
    assertThat(launch(java("25.0.1")).out()).contains("-XX:AOTCache=" + home.resolve("cache/"));
  }

  @Test
  void a_program_that_others_have_installed_keeps_its_archive_with_the_user() throws Exception {
    Files.writeString(home.resolve("cache"), "no folder");
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", java("17.0.15").toString(), "XDG_CACHE_HOME", folder + "/cache of a user");

    for (int i = 0; i < 2; i++) {
      Result result = run(home.resolve("bin/mesh-lint"), environment);
      assertThat(result.out())
          .contains("-XX:SharedArchiveFile=" + folder + "/cache of a user/mesh-lint/");
      assertThat(result.err()).isEmpty();
    }
    assertThat(folder.resolve("cache of a user/mesh-lint"))
        .isDirectoryContaining("glob:**-17.0.15");
  }

  @Test
  void a_spare_java_serves_where_there_is_no_other() throws Exception {
    Result result =
        run(
            home.resolve("bin/mesh-lint"),
            Map.of(
                "JAVA_HOME", java("11.0.2").toString(),
                "MESH_LINT_SPARE_JAVA", java("21.0.2").toString(),
                "PATH", tools().toString()));

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("dev.meshlint.cli.Main");
  }

  @Test
  void it_works_through_a_link() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("bin/mesh-lint"));

    assertThat(run(link, java("21")).out()).contains(home.resolve("lib/mesh-lint.jar").toString());
  }

  @Test
  void options_for_the_machine_are_passed_on() throws Exception {
    Result result =
        run(
            home.resolve("bin/mesh-lint"),
            Map.of("JAVA_HOME", java("17").toString(), "MESH_LINT_JAVA_OPTIONS", "-Xmx4g -Da=b"));

    assertThat(result.out()).contains("\n-Xmx4g\n-Da=b\n-cp\n");
  }

  @Test
  void jars_with_more_rules_follow_on_the_class_path() throws Exception {
    Result result =
        run(
            home.resolve("bin/mesh-lint"),
            Map.of("JAVA_HOME", java("17").toString(), "MESH_LINT_CLASS_PATH", "a b.jar:c.jar"));

    assertThat(result.out())
        .contains("\n" + home.resolve("lib/mesh-lint.jar") + ":a b.jar:c.jar\n");
  }

  @Test
  void an_old_java_is_refused_in_one_line() throws Exception {
    Result result =
        run(
            home.resolve("bin/mesh-lint"),
            Map.of("JAVA_HOME", java("1.8.0_402").toString(), "PATH", tools().toString()));

    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .matches(
            "mesh-lint: Java 17 or newer is needed: JAVA_HOME \\(.*\\) is Java 8, there is no java"
                + " on the PATH; set JAVA_HOME to a newer one\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void the_path_is_asked_where_the_home_is_too_old() throws Exception {
    Path tools = tools();
    Files.createSymbolicLink(tools.resolve("java"), java("21.0.2").resolve("bin/java"));

    Result result =
        run(
            home.resolve("bin/mesh-lint"),
            Map.of("JAVA_HOME", java("11.0.2").toString(), "PATH", tools.toString()));

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("dev.meshlint.cli.Main");
  }

  private record Result(int status, String out, String err) {}

  private Result launch(Path java, String... arguments) throws Exception {
    return run(home.resolve("bin/mesh-lint"), java, arguments);
  }

  private Result run(Path program, Path java, String... arguments) throws Exception {
    return run(program, Map.of("JAVA_HOME", java.toString()), arguments);
  }

  private Result run(Path program, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", program.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Result(status, text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** A Java of this version. */
  private Path java(String version) throws IOException {
    Path java = folder.toRealPath().resolve("java " + version);
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(java.resolve("bin/java"), JAVA);
    assertThat(java.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return java;
  }

  /** A path with the few programs that the script calls, and no Java. */
  private Path tools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String name : List.of("readlink", "mkdir", "mv", "sed")) {
      Path real = Path.of("/bin", name);
      Path tool = tools.resolve(name);
      Files.writeString(
          tool, "#!/bin/sh\nexec " + (Files.exists(real) ? real : "/usr" + real) + " \"$@\"\n");
      assertThat(tool.toFile().setExecutable(true)).isTrue();
    }
    return tools;
  }
}
