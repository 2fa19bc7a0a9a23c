package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that have no end, no text, no right to be read, or are gone when it is their turn. The timeout is no measure: it ends
 * a run that would not end by itself.
 */
@Timeout(120)
class HostileFilesTest {
  private static final long GIBIBYTE = 1L << 30;

  /** A heap in which every single file of those below would not fit if it were read. */
  private static final String SMALL_HEAP = "-Xmx96m";

  private static final String CONFIG_MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\ndata:\n  k: ";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Neighbour.write(folder);
  }

  @Test
  void a_file_of_a_gibibyte_is_told_and_not_read() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(path("huge.yaml").toFile(), "rw")) {
      file.setLength(GIBIBYTE);
    }

    Cli.Result result = Forked.in(folder, SMALL_HEAP).lint("--no-config", ".");

    Neighbour.assertFound(result, 1);
    assertThat(result.out()).contains("huge.yaml:1:1: error: file is larger than 4 MiB");
  }

  @Test
  void a_scalar_of_100_megabytes_is_told_and_not_read() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(path("scalar.yaml").toFile(), "rw")) {
      file.setLength(100_000_000);
      file.writeBytes(CONFIG_MAP);
    }

    Cli.Result result = Forked.in(folder, SMALL_HEAP).lint("--no-config", ".");

    Neighbour.assertFound(result, 1);
    assertThat(result.out()).contains("scalar.yaml:1:1: error: file is larger than");
  }

  static Stream<Arguments> justSmallEnough() {
    int size = 4_500_000;
    return Stream.of(
        argumentSet("text", "x".repeat(size), Neighbour.NAME),
        argumentSet("text beyond Latin-1", "\"" + "x".repeat(size) + "→\"", Neighbour.NAME),
        argumentSet(
            "values",
            "[" + "b, ".repeat(size / 3) + "]",
            " values: from here on it is not read [input-too-large]"));
  }

  @ParameterizedTest
  @MethodSource("justSmallEnough")
  void what_is_just_small_enough_fits_into_the_memory(String value, String told) throws Exception {
    Files.writeString(path("large.yaml"), CONFIG_MAP + value + "\n");

    Cli.Result result = Forked.in(folder, SMALL_HEAP).lint("--quiet", "--no-config", ".");

    Neighbour.assertFound(result, 1);
    assertThat(result.out()).contains(told);
  }

  @Test
  void standard_input_that_never_ends_is_told() {
    Cli.Result result = cli().withInput(new Endless()).lint("--no-config", "-", Neighbour.NAME);

    Neighbour.assertFound(result);
    assertThat(result.out()).contains("<stdin>:1:1: error: file is larger than");
  }

  @Test
  void standard_input_that_never_ends_is_not_repaired() {
    Cli.Result result = cli().withInput(new Endless()).lint("--no-config", "--fix", "-");

    assertThat(result.err())
        .isEqualTo("mesh-lint: standard input cannot be read: it is larger than 100 MiB\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void links_that_lead_in_a_circle_or_nowhere_are_skipped() throws IOException {
    Files.createDirectory(path("sub"));
    Files.createSymbolicLink(path("self"), Path.of("."));
    Files.createSymbolicLink(path("sub/up"), Path.of(".."));
    Files.createSymbolicLink(path("a.yaml"), Path.of("b.yaml"));
    Files.createSymbolicLink(path("b.yaml"), Path.of("a.yaml"));
    Files.createSymbolicLink(path("gone.yaml"), Path.of("nowhere"));

    Cli.Result result = cli().lint("--verbose", "--no-config", ".");

    Neighbour.assertFound(result);
    assertThat(result.out())
        .contains("skipped self/: symbolic link to a folder around it")
        .contains("skipped sub/up/: symbolic link to a folder around it")
        .contains("skipped a.yaml: symbolic link that leads nowhere")
        .contains("skipped gone.yaml: symbolic link that leads nowhere");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipes_and_devices_in_a_folder_are_skipped() throws Exception {
    makePipe("pipe.yaml");
    Files.createSymbolicLink(path("link.yaml"), Path.of("pipe.yaml"));
    Files.createSymbolicLink(path("zero.yaml"), Path.of("/dev/zero"));

    Cli.Result result = cli().lint("--verbose", "--no-config", ".");

    Neighbour.assertFound(result);
    assertThat(result.out())
        .contains("skipped pipe.yaml: pipe, socket or device")
        .contains("skipped link.yaml: pipe, socket or device")
        .contains("skipped zero.yaml: symbolic link to a place outside the tree");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipes_and_devices_by_name_are_an_error() throws Exception {
    makePipe("pipe.yaml");

    Cli.Result result = cli().lint("--no-config", "pipe.yaml", "/dev/zero", Neighbour.NAME);

    Neighbour.assertFound(result, 2);
    assertThat(result.err())
        .contains("\"pipe.yaml\" cannot be read: it is a pipe or a device, not a file")
        .contains("\"/dev/zero\" cannot be read: it is a pipe or a device, not a file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipes_for_settings_and_arguments_are_an_error() throws Exception {
    makePipe("pipe.yaml");

    assertThat(Stream.of("@pipe.yaml", "--baseline=pipe.yaml", "--crds=pipe.yaml"))
        .allSatisfy(
            argument -> {
              Cli.Result result = cli().lint("--no-config", argument, Neighbour.NAME);
              assertThat(result.err()).contains("it is a pipe or a device, not a file");
              assertThat(result.status()).isEqualTo(2);
            });
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_pipe_that_a_shell_hands_over_is_read() throws Exception {
    Cli.Result result =
        Forked.in(folder).lintInShell("cat good.yaml | \"$@\"", "--no-config", "-q", "/dev/stdin");

    assertThat(result.out()).startsWith("/dev/stdin:7:7: error: \"timeuot\"");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void what_may_not_be_read_is_an_error() throws IOException {
    Files.writeString(path("secret.yaml"), Neighbour.MANIFEST.replace("books", "novels"));
    Files.createDirectory(path("closed"));
    Files.setPosixFilePermissions(path("secret.yaml"), Set.of());
    Files.setPosixFilePermissions(path("closed"), Set.of());

    Cli.Result result = cli().lint("--no-config", ".");

    if (Files.isReadable(path("secret.yaml"))) {
      // Nothing is closed to an administrator.
      Neighbour.assertFound(result);
      assertThat(result.out()).contains("secret.yaml:7:7: error: ");
    } else {
      Neighbour.assertFound(result, 2);
      assertThat(result.err())
          .contains("\"secret.yaml\" cannot be read: permission denied")
          .contains("\"closed\" cannot be read: permission denied");
    }
    Files.setPosixFilePermissions(path("closed"), PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_file_that_vanishes_during_the_run_is_an_error() throws IOException {
    Files.writeString(path("gone.yaml"), Neighbour.MANIFEST);
    InputStream input =
        new Intruder(
            () -> {
              Files.delete(path("gone.yaml"));
            });

    Cli.Result result = cli().withInput(input).lint("--no-config", "-", ".");

    Neighbour.assertFound(result, 2);
    assertThat(result.err())
        .isEqualTo("mesh-lint: \"gone.yaml\" cannot be read: it does not exist\n");
  }

  @Test
  void a_file_that_changes_during_the_run_is_read_as_one_state_of_it() throws IOException {
    Files.writeString(path("late.yaml"), Neighbour.MANIFEST);
    InputStream input =
        new Intruder(
            () -> {
              Files.writeString(path("late.yaml"), "apiVersion: v1\nkind: [\n");
            });

    Cli.Result result = cli().withInput(input).lint("--no-config", "-", ".");

    Neighbour.assertFound(result);
    assertThat(result.out()).contains("late.yaml:2:7: error: ").doesNotContain("late.yaml:7");
  }

  @Test
  void a_folder_that_looks_like_a_manifest_is_a_folder() throws IOException {
    Files.createDirectory(path("a.yaml"));

    Neighbour.assertFound(cli().lint("--no-config", "."));
  }

  /** Does something the first time it is read, and holds nothing. */
  private static final class Intruder extends InputStream {
    private final Deed deed;
    private boolean done;

    private interface Deed {
      void run() throws IOException;
    }

    Intruder(Deed deed) {
      this.deed = deed;
    }

    @Override
    public int read() throws IOException {
      if (!done) {
        done = true;
        deed.run();
      }
      return -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return read();
    }
  }

  /** Text without end. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'y';
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      Arrays.fill(bytes, from, from + length, (byte) 'y');
      return length;
    }
  }

  private void makePipe(String name) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("mkfifo", path(name).toString()).start();
    assertThat(process.waitFor()).isZero();
  }

  private Cli cli() {
    return Cli.in(folder);
  }

  private Path path(String name) {
    return folder.resolve(name);
  }
}
