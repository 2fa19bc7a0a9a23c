package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.model.kubernetes.SecretEntry;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Pem;
import dev.meshlint.core.value.Placeholders;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What should be a certificate or a key cannot be read as one. */
public final class CertificateUnreadable extends MeshRule {
  /** No certificate is shorter in DER; what is, stands for one. */
  private static final int SHORTEST = 100;

  private static final int SEQUENCE = 0x30;

  /** What stands for bytes that are no text. */
  private static final char NO_TEXT = '\uFFFD';

  public CertificateUnreadable() {
    super("mesh-certificate-unreadable");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PemText text : mesh.certificates().all()) {
      for (Pem.Block block : text.blocks()) {
        String problem = block.isPlaceholder() || !text.whole() ? null : problem(block);
        if (problem != null) {
          out.report(
              text,
              "\"%s\" holds a %s that %s: whatever loads it fails"
                  .formatted(text.key(), name(block), problem));
          break;
        }
      }
    }
    for (Secret secret : mesh.all(Secret.class)) {
      Text type = secret.type();
      if (type != null && type.is("kubernetes.io/tls")) {
        checkEntry(secret.value("tls.crt"), "certificate", out);
        checkEntry(secret.value("tls.key"), "private key", out);
      }
    }
  }

  private static String name(Pem.Block block) {
    return block.isPrivateKey()
        ? "private key"
        : block.isCertificate() ? "certificate" : block.label();
  }

  private static @Nullable String problem(Pem.Block block) {
    if (!block.isCertificate() && !block.isPrivateKey()) {
      return null;
    }
    if (!block.complete()) {
      return "has no line \"-----END " + block.label() + "-----\"";
    }
    byte[] content = block.content();
    if (content == null) {
      return "is not base64";
    }
    if (block.isCertificate() && content.length < SHORTEST) {
      return null;
    }
    return block.encrypted() || !block.isDer() ? null : structure(content);
  }

  /** Certificates and keys are one sequence in DER, whose length stands at its beginning. */
  private static @Nullable String structure(byte[] content) {
    int first = content.length < 2 ? 0 : content[1] & 0xff;
    int digits = first < 0x80 ? 0 : first & 0x7f;
    if (content.length < 2 + digits || (content[0] & 0xff) != SEQUENCE || digits > 4) {
      return "is something else";
    }
    long length = first < 0x80 ? first : 0;
    for (int i = 0; i < digits; i++) {
      length = (length << 8) | (content[2 + i] & 0xff);
    }
    return length > content.length - 2 - digits ? "is cut off" : null;
  }

  private static void checkEntry(@Nullable SecretEntry entry, String what, Findings out) {
    if (entry == null || entry.isEmpty() || entry.open()) {
      return;
    }
    byte[] bytes = entry.bytes();
    if (bytes == null) {
      out.report(
          entry,
          "\"%s\" under data is not base64: the API server refuses the Secret"
              .formatted(entry.key()));
      return;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (isEncrypted(text)) {
      out.report(
              entry,
              "\"%s\" is encrypted, and nothing here tells its password: no proxy can load it"
                  .formatted(entry.key()))
          .as("encrypted");
      return;
    }
    boolean binary = text.indexOf(NO_TEXT) >= 0;
    if (bytes.length >= SHORTEST && !holds(what, text) && (binary || !Placeholders.inText(text))) {
      out.report(
          entry, "\"%s\" holds no %s in PEM: no proxy can load it".formatted(entry.key(), what));
    }
  }

  private static boolean isEncrypted(String text) {
    for (Pem.Block block : Pem.read(text)) {
      if (block.isPrivateKey() && block.complete() && block.encrypted()) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String what, String text) {
    for (Pem.Block block : Pem.read(text)) {
      if (name(block).equals(what)) {
        return true;
      }
    }
    return false;
  }
}
