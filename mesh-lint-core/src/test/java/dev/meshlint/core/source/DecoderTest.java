package dev.meshlint.core.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.Decoder.Kind;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class DecoderTest {
  private static final String YAML = "kind: Service # größer 🙂\n";

  @Test
  void readsUtf8WithAndWithoutByteOrderMark() {
    assertThat(Decoder.decode(YAML.getBytes(UTF_8)).text()).isEqualTo(YAML);
    assertThat(Decoder.decode(("\uFEFF" + YAML).getBytes(UTF_8)).text()).isEqualTo(YAML);
  }

  @Test
  void readsUtf16WithAndWithoutByteOrderMark() {
    for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
      assertThat(Decoder.decode(YAML.getBytes(charset)).text()).as("%s", charset).isEqualTo(YAML);
      assertThat(Decoder.decode(("\uFEFF" + YAML).getBytes(charset)).text())
          .as("%s with mark", charset)
          .isEqualTo(YAML);
    }
  }

  @Test
  void refusesUtf32() {
    for (String charset : new String[] {"UTF-32LE", "UTF-32BE"}) {
      assertThat(Decoder.decode(YAML.getBytes(Charset.forName(charset))).kind())
          .as(charset)
          .isEqualTo(Kind.UTF_32);
      assertThat(Decoder.decode(("\uFEFF" + YAML).getBytes(Charset.forName(charset))).kind())
          .as(charset)
          .isEqualTo(Kind.UTF_32);
    }
  }

  @Test
  void tellsTheFirstByteThatIsNone() {
    Decoder.Decoded decoded = Decoder.decode("a: é\nb: é\n".getBytes(ISO_8859_1));

    assertThat(decoded.text()).isEqualTo("a: \uFFFD\nb: \uFFFD\n");
    assertThat(decoded.firstBad()).isEqualTo(3);
    assertThat(decoded.badByte()).isEqualTo(0xE9);
  }

  @Test
  void aReplacementCharacterThatIsWrittenIsText() {
    assertThat(Decoder.decode("a: \uFFFD\n".getBytes(UTF_8)).firstBad()).isEqualTo(-1);
  }

  @Test
  void zeroBytesAmongOthersAreNoText() {
    byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 0, 7, 7, 7, 7};

    assertThat(Decoder.decode(bytes).kind()).isEqualTo(Kind.BINARY);
  }

  @Test
  void nothingIsAnEmptyText() {
    assertThat(Decoder.decode(new byte[0]).kind()).isEqualTo(Kind.TEXT);
    assertThat(Decoder.decode(new byte[0]).text()).isEmpty();
  }
}
