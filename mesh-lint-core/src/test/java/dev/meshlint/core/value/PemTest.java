package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PemTest {
  private static final String BODY = Base64.getEncoder().encodeToString(bytes(90, new Random(7)));

  private static byte[] bytes(int count, Random random) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String block(String label, String body) {
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  @Test
  void readsBlocksWithWhatStandsBetween() {
    String text =
        "subject=shop\n" + block("CERTIFICATE", BODY) + "\n" + block("EC PRIVATE KEY", BODY);
    assertThat(Pem.read(text))
        .containsExactly(
            new Pem.Block("CERTIFICATE", BODY, true, false),
            new Pem.Block("EC PRIVATE KEY", BODY, true, false));
    assertThat(Pem.isIn(text)).isTrue();
    assertThat(Pem.begins(text)).isFalse();
  }

  @Test
  void readsIndentedTextAndTextInJson() {
    String indented = block("CERTIFICATE", BODY).indent(4);
    String joined = block("CERTIFICATE", BODY).replace("\n", "\\n");
    assertThat(Pem.read(indented).get(0).body()).isEqualTo(BODY);
    assertThat(Pem.read("{\"pem\": \"" + joined + "\"}").get(0).body()).isEqualTo(BODY);
  }

  @Test
  void knowsKeysThatNeedAPassword() {
    String older = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n" + BODY;
    assertThat(Pem.read(block("RSA PRIVATE KEY", older)))
        .containsExactly(new Pem.Block("RSA PRIVATE KEY", BODY, true, true));
    assertThat(Pem.read(block("ENCRYPTED PRIVATE KEY", BODY)).get(0).encrypted()).isTrue();
  }

  @Test
  void aBlockWithoutEndReachesToTheNext() {
    String text = "-----BEGIN CERTIFICATE-----\n" + BODY + "\n" + block("CERTIFICATE", BODY);
    assertThat(Pem.read(text)).extracting(Pem.Block::complete).containsExactly(false, true);
    assertThat(Pem.read("-----BEGIN CERTIFICATE")).isEmpty();
  }

  @Test
  void tellsPlaceholdersFromContent() {
    assertThat(Pem.read(block("CERTIFICATE", BODY)).get(0).isPlaceholder()).isFalse();
    for (String body : new String[] {"MIIC...", "${CERTIFICATE}", "x".repeat(80), "", "<pem>"}) {
      assertThat(Pem.read(block("CERTIFICATE", body)).get(0).isPlaceholder()).as(body).isTrue();
    }
  }

  @Test
  void whatIsNoBase64HasNoContent() {
    assertThat(Pem.read(block("CERTIFICATE", BODY)).get(0).content()).hasSize(90);
    assertThat(Pem.read(block("CERTIFICATE", BODY + "!")).get(0).content()).isNull();
  }

  @Test
  void readsAnyTextWithoutFailing() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] parts = {
      "-----BEGIN ", "-----END ", "-----", "CERTIFICATE", "\n", "\\n", "A", ": ", " "
    };
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(30); j > 0; j--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      for (Pem.Block block : Pem.read(text.toString())) {
        assertThat(block.label()).as("seed %s: %s", seed, text).doesNotContain("-----", "\n");
        assertThat(block.body()).as("seed %s: %s", seed, text).doesNotContain(" ");
      }
    }
  }
}
