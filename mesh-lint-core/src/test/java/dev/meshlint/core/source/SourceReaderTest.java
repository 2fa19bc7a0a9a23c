package dev.meshlint.core.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.SourceReader.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
  @TempDir Path folder;

  @Test
  void readsAFile() throws IOException {
    Reading reading = read("kind: Service\n".getBytes(UTF_8));

    assertThat(reading.file().text()).isEqualTo("kind: Service\n");
    assertThat(reading.file().name()).isEqualTo("a.yaml");
    assertThat(reading.problem()).isNull();
  }

  @Test
  void goesOnWithAFileThatIsNotQuiteText() throws IOException {
    Reading reading = read("a: b\n# Größe\n".getBytes(ISO_8859_1));

    assertThat(reading.file().text()).isEqualTo("a: b\n# Gr\uFFFD\uFFFDe\n");
    assertThat(reading.problem().rule()).isEqualTo("input-unreadable");
    assertThat(reading.problem().message())
        .isEqualTo("byte 0xf6 is no valid UTF-8: the text cannot be read");
    assertThat(reading.file().line(reading.problem().start())).isEqualTo(2);
    assertThat(reading.file().column(reading.problem().start())).isEqualTo(5);
  }

  @Test
  void saysThatUtf32IsNotRead() throws IOException {
    Reading reading = read("kind: Service\n".getBytes(Charset.forName("UTF-32LE")));

    assertThat(reading.file()).isNull();
    assertThat(reading.problem().rule()).isEqualTo("input-unreadable");
    assertThat(reading.problem().message()).contains("UTF-32");
  }

  @Test
  void doesNotReadMoreThanTheLimit() throws IOException {
    Path file = Files.write(folder.resolve("a.yaml"), new byte[2 * 1024 * 1024 + 1]);

    Reading reading = new SourceReader(2 * 1024 * 1024).read(Source.of("a.yaml", file));

    assertThat(reading.file()).isNull();
    assertThat(reading.problem().rule()).isEqualTo("input-too-large");
    assertThat(reading.problem().message()).isEqualTo("file is larger than 2 MiB and is not read");
  }

  @Test
  void skipsBinaryFiles() throws IOException {
    assertThat(read(new byte[] {1, 0, 2, 0, 0, 3}).skipped()).isEqualTo(SkipReason.BINARY);
  }

  @Test
  void saysWhatCannotBeRead() {
    Reading reading = reader().read(Source.of("gone.yaml", folder.resolve("gone.yaml")));

    assertThat(reading.error().message())
        .isEqualTo("\"gone.yaml\" cannot be read: it does not exist");
  }

  @Test
  void readsStandardInput() {
    StandardInput input = () -> new ByteArrayInputStream("kind: Service".getBytes(UTF_8));
    Source source = new Source("<stdin>", new Source.Streamed(input, null), false, 0, null);

    assertThat(reader().read(source).file().text()).isEqualTo("kind: Service");
  }

  private Reading read(byte[] bytes) throws IOException {
    return reader().read(Source.of("a.yaml", Files.write(folder.resolve("a.yaml"), bytes)));
  }

  private static SourceReader reader() {
    return new SourceReader(1024 * 1024);
  }
}
