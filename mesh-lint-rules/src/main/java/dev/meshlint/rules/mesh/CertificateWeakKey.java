package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Certificates;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A certificate can be forged, or is of a kind that Linkerd does not take. */
public final class CertificateWeakKey extends MeshRule {
  private static final int RSA_BITS = 2048;
  private static final int EC_BITS = 224;
  private static final int P256_BITS = 256;

  public CertificateWeakKey() {
    super("mesh-certificate-weak-key");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    OncePerFile once = new OncePerFile();
    for (PemText text : mesh.certificates().all()) {
      if (text.certificates().isEmpty() || text.isBundle()) {
        continue;
      }
      X509Certificate certificate = text.certificates().get(0);
      String weakness = weakness(certificate);
      if (isLinkerdIssuer(text) && !isForLinkerd(certificate)) {
        out.report(
                text,
                "the issuer of Linkerd must be signed with SHA-256 and have an ECDSA key on P-256, not %s: identity does not start"
                    .formatted(description(certificate)))
            .as("linkerd-issuer");
      } else if (weakness != null && once.isFirst(text, certificate)) {
        out.report(
            text, "certificate of \"%s\" %s".formatted(Certificates.name(certificate), weakness));
      }
    }
  }

  private static @Nullable String weakness(X509Certificate certificate) {
    PublicKey key = certificate.getPublicKey();
    int bits = bits(key);
    if (key instanceof DSAPublicKey) {
      return "has a DSA key: proxies refuse it";
    }
    if (bits > 0 && bits < (key instanceof ECPublicKey ? EC_BITS : RSA_BITS)) {
      return "has a key of %s bits, which is too short: proxies and clients refuse it"
          .formatted(bits);
    }
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    boolean verified = !PemText.isSelfIssued(certificate);
    if (verified && (algorithm.startsWith("SHA1") || algorithm.startsWith("MD"))) {
      return "is signed with %s: it can be forged, and clients refuse it"
          .formatted(algorithm.startsWith("SHA1") ? "SHA-1" : "MD5");
    }
    return null;
  }

  private static boolean isLinkerdIssuer(PemText text) {
    return text.resource().kind().equals("Secret")
        && text.resource().name().equals("linkerd-identity-issuer")
        && (text.key().equals("crt.pem") || text.key().equals("tls.crt"));
  }

  private static boolean isForLinkerd(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    return certificate.getPublicKey() instanceof ECPublicKey key
        && key.getParams().getCurve().getField().getFieldSize() == P256_BITS
        && algorithm.startsWith("SHA256");
  }

  private static String description(X509Certificate certificate) {
    PublicKey key = certificate.getPublicKey();
    return "%s of %s bits with %s"
        .formatted(key.getAlgorithm(), bits(key), certificate.getSigAlgName());
  }

  private static int bits(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength();
    }
    return key instanceof ECPublicKey ec ? ec.getParams().getOrder().bitLength() : 0;
  }
}
