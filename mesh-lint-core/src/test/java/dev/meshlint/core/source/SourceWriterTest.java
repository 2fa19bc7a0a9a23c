package dev.meshlint.core.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWriterTest {
  @TempDir Path folder;

  private Replacement replacement(String name, String text) {
    SourceReader.Reading reading =
        new SourceReader(1024).read(Source.of(name, folder.resolve(name)));
    return new Replacement(Objects.requireNonNull(reading.file()), text);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  private static List<String> messages(List<SourceError> errors) {
    return errors.stream().map(SourceError::message).toList();
  }

  private static byte[] marked(int... mark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b : mark) {
      bytes.write(b);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] mark, byte[] text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(mark);
    bytes.writeBytes(text);
    return bytes.toByteArray();
  }

  @Test
  void the_new_text_takes_the_place_of_the_old_one_and_nothing_else_stays() throws IOException {
    Path file = write("a.yaml", "old");

    assertThat(SourceWriter.write(List.of(replacement("a.yaml", "new ä\r\n")))).isEmpty();

    assertThat(file).hasBinaryContent("new ä\r\n".getBytes(UTF_8));
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void encoding_and_byte_order_mark_are_kept() throws IOException {
    byte[] utf8 = marked(0xEF, 0xBB, 0xBF);
    byte[] utf16 = marked(0xFF, 0xFE);
    Path one = write("a.yaml", joined(utf8, "old".getBytes(UTF_8)));
    Path two = write("b.yaml", joined(utf16, "a: old".getBytes(UTF_16LE)));

    assertThat(
            SourceWriter.write(
                List.of(replacement("a.yaml", "new"), replacement("b.yaml", "a: new"))))
        .isEmpty();

    assertThat(one).hasBinaryContent(joined(utf8, "new".getBytes(UTF_8)));
    assertThat(two).hasBinaryContent(joined(utf16, "a: new".getBytes(UTF_16LE)));
  }

  @Test
  void a_file_that_has_changed_is_left_alone_and_so_are_the_others() throws IOException {
    Path one = write("a.yaml", "old");
    Path two = write("b.yaml", "old");
    List<Replacement> replacements =
        List.of(replacement("a.yaml", "new"), replacement("b.yaml", "new"));
    write("b.yaml", "edited");

    assertThat(messages(SourceWriter.write(replacements)))
        .containsExactly("\"b.yaml\" has changed since it was read: nothing is written");

    assertThat(one).hasContent("old");
    assertThat(two).hasContent("edited");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void a_file_that_has_gone_is_not_made_again() throws IOException {
    Path file = write("a.yaml", "old");
    List<Replacement> replacements = List.of(replacement("a.yaml", "new"));
    Files.delete(file);

    assertThat(messages(SourceWriter.write(replacements)))
        .containsExactly("\"a.yaml\" cannot be written: it does not exist");
    assertThat(file).doesNotExist();
  }

  @Test
  void bytes_that_are_no_text_are_not_lost() throws IOException {
    byte[] bytes = joined("a: ".getBytes(UTF_8), marked(0xFE));
    Path file = write("a.yaml", bytes);

    assertThat(SourceWriter.write(List.of(replacement("a.yaml", "a: b")))).hasSize(1);
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void permissions_are_kept_and_a_link_goes_on_leading_to_its_file() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path file = write("a.yaml", "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    Path link = Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("a.yaml"));

    assertThat(SourceWriter.write(List.of(replacement("b.yaml", "new")))).isEmpty();

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x--x");
  }

  @Test
  void texts_that_belong_to_no_file_are_not_written() {
    SourceReader.Reading reading = new SourceReader(99).read(Source.ofText("a.yaml", "old"));
    Replacement given = new Replacement(Objects.requireNonNull(reading.file()), "new");

    assertThat(SourceWriter.write(List.of(given))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }
}
