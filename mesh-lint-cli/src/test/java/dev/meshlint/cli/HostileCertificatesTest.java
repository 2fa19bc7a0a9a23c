package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What calls itself a certificate or a key and is none. */
@Timeout(120)
class HostileCertificatesTest {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int BITS = 0x03;
  private static final int OBJECT = 0x06;
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String KEY = "PRIVATE KEY";

  @TempDir Path folder;

  private final StringBuilder secrets = new StringBuilder();
  private int count;

  @Test
  void text_that_only_looks_like_pem() throws IOException {
    String begin = "-----BEGIN CERTIFICATE-----\n";
    String end = "\n-----END CERTIFICATE-----";
    for (String text :
        new String[] {
          begin,
          begin + "=".repeat(1_000) + end,
          begin + "\\n".repeat(100_000) + end,
          begin + "A".repeat(1_000_000) + end,
          begin + "é".repeat(1_000) + end,
          "-----BEGIN ".repeat(50_000),
          begin.repeat(50_000),
          "-----END CERTIFICATE-----".repeat(10_000),
          "-----BEGIN X-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END X-----"
        }) {
      add(text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(lint()).contains("[mesh-certificate-unreadable]");
  }

  @Test
  void asn1_made_to_explode() throws IOException {
    byte[] nested = {};
    for (int depth = 0; depth < 2_000; depth++) {
      nested = tagged(SEQUENCE, nested);
    }
    byte[] filler = new byte[500_000];
    Arrays.fill(filler, (byte) 0x7F);
    byte[] bits = new byte[300];
    Arrays.fill(bits, (byte) 0xFF);
    for (byte[] der :
        new byte[][] {
          nested,
          {SEQUENCE, (byte) 0x84, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 2, 1},
          tagged(SEQUENCE, tagged(SEQUENCE, tagged(OBJECT, filler))),
          tagged(SEQUENCE, tagged(SEQUENCE, tagged(INTEGER, filler))),
          tagged(SEQUENCE, tagged(SEQUENCE, tagged(BITS, bits))),
          repeated(2_000, SEQUENCE, 0x80),
          new byte[500]
        }) {
      add(pem(CERTIFICATE, der), pem(KEY, der));
    }

    assertThat(lint()).contains("[mesh-private-key-in-manifest]");
  }

  /** Certificates and keys of the right shape in which a few bytes are others. The seed is fixed: it shows the same each time. */
  @Test
  void certificates_and_keys_with_other_bytes() throws IOException, GeneralSecurityException {
    Random random = new Random(7);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    byte[] certificate = Base64.getMimeDecoder().decode(SELF_SIGNED);
    for (int i = 0; i < 150; i++) {
      add(pem(CERTIFICATE, mutated(certificate, random)), pem(KEY, mutated(key, random)));
    }
    byte[] whole = pem(CERTIFICATE, certificate);
    ByteArrayOutputStream chain = new ByteArrayOutputStream();
    for (int i = 0; i < 2_000; i++) {
      chain.writeBytes(whole);
    }
    add(chain.toByteArray(), pem(KEY, key));

    assertThat(lint()).contains("[mesh-private-key-in-manifest]");
  }

  private String lint() throws IOException {
    Neighbour.write(folder);
    Files.writeString(folder.resolve("secrets.yaml"), secrets);

    Cli.Result result = Cli.in(folder).lint("--no-config", ".");

    Neighbour.assertFound(result);
    return result.out();
  }

  private void add(byte[] certificate, byte[] key) {
    Base64.Encoder encoder = Base64.getEncoder();
    secrets
        .append("---\napiVersion: v1\nkind: Secret\nmetadata: {name: s")
        .append(count++)
        .append(", namespace: b}\ntype: kubernetes.io/tls\ndata:\n  tls.crt: ")
        .append(encoder.encodeToString(certificate))
        .append("\n  tls.key: ")
        .append(encoder.encodeToString(key))
        .append('\n');
  }

  private static byte[] pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String text = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] mutated = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
    }
    return mutated;
  }

  private static byte[] repeated(int times, int... bytes) {
    byte[] all = new byte[times * bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i % bytes.length];
    }
    return all;
  }

  /** An element of DER: the tag, the length in as few bytes as it needs, the content. */
  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      int digits = content.length < 0x100 ? 1 : content.length < 0x10000 ? 2 : 3;
      out.write(0x80 | digits);
      for (int i = digits - 1; i >= 0; i--) {
        out.write(content.length >> (8 * i));
      }
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** For shop.example, by itself; its key is nowhere. */
  private static final String SELF_SIGNED =
      """
      MIIBhDCCASugAwIBAgIUWZcoy8Cnm3eE76yOd7+wLPDSkC4wCgYIKoZIzj0EAwIw
      FzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMCAXDTI2MTEyNjAzMDAyNFoYDzIxMjYx
      MTAyMDMwMDI0WjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjOPQIB
      BggqhkjOPQMBBwNCAASPrFpnTUs7h+swQuV+oPxlCRk8GOu3KMTk1HrUJfhDWJqF
      +fD/VwH/Ac3wit/xU51n2gOBgkQknMmZP12r2e+7o1MwUTAdBgNVHQ4EFgQUTjnL
      IUWmk7fmDVr68JVerlKc0iowHwYDVR0jBBgwFoAUTjnLIUWmk7fmDVr68JVerlKc
      0iowDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBw4UFnQEnvjdH2
      cjSC8vtVSmikadfvAp6IfSFyVC+sLgIgfXZuwTP0f/3Lcs2rcvZOcMvBWoNFbQli
      FEtoMwIQS/0=
      """;
}
