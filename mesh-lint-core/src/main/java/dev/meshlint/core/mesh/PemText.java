package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.value.Pem;
import dev.meshlint.core.yaml.YamlNode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that holds certificates or keys, as text or as base64 of text. It points at the value but never shows it.
 *
 * @param resource the resource that holds it
 * @param node the value
 * @param parent the mapping that it stands in; the whole resource for a Secret, whose values may stand in two
 * @param key the key under which it stands, such as {@code tls.crt}
 * @param whole whether that is all it is, and not a part of a larger text
 * @param blocks what it holds
 * @param certificates the certificates among these that can be read
 */
public record PemText(
    Resource resource,
    YamlNode node,
    YamlNode parent,
    String key,
    boolean whole,
    List<Pem.Block> blocks,
    List<X509Certificate> certificates)
    implements Located {
  /** Makes the lists unmodifiable. */
  public PemText {
    blocks = List.copyOf(blocks);
    certificates = List.copyOf(certificates);
  }

  /** Whether every certificate in it could be read. */
  public boolean isComplete() {
    int count = 0;
    for (Pem.Block block : blocks) {
      count += block.isCertificate() ? 1 : 0;
    }
    return count == certificates.size();
  }

  /** The only private key among these; null where there is none, or several. */
  public Pem.@Nullable Block privateKey() {
    Pem.Block only = null;
    for (Pem.Block block : blocks) {
      if (block.isPrivateKey()) {
        if (only != null) {
          return null;
        }
        only = block;
      }
    }
    return only;
  }

  /** The first certificate and those that follow it as its issuers, as many as chains have; they are presented together. */
  public List<X509Certificate> chain() {
    List<X509Certificate> chain = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      if (!chain.isEmpty()) {
        X509Certificate last = chain.get(chain.size() - 1);
        if (chain.size() == TrustPaths.LONGEST
            || isSelfIssued(last)
            || !last.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
          break;
        }
      }
      chain.add(certificate);
    }
    return chain;
  }

  /** Whether it is a list of authorities to trust, any of which will do, and not one certificate with its issuers. */
  public boolean isBundle() {
    return certificates.size() > chain().size();
  }

  /**
   * The certificate that ends its validity first, of those that all must be valid: a certificate and its issuer. Of a bundle
   * the one that ends last, since any will do. Null where there is none. Issuers further up may be replaced by newer ones
   * that clients have.
   */
  public @Nullable X509Certificate firstToEnd() {
    X509Certificate first = null;
    for (X509Certificate certificate : deciding()) {
      boolean earlier = first == null || end(certificate).isBefore(end(first));
      if (first == null || earlier != isBundle()) {
        first = certificate;
      }
    }
    return first;
  }

  /** The certificate that begins its validity last, of those that all must be valid; of a bundle the first. */
  public @Nullable X509Certificate lastToBegin() {
    X509Certificate last = null;
    for (X509Certificate certificate : deciding()) {
      boolean later = last == null || start(certificate).isAfter(start(last));
      if (last == null || later != isBundle()) {
        last = certificate;
      }
    }
    return last;
  }

  /** When the validity of a certificate begins. */
  public static Instant start(X509Certificate certificate) {
    return certificate.getNotBefore().toInstant();
  }

  /** When the validity of a certificate ends. */
  public static Instant end(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  private List<X509Certificate> deciding() {
    if (isBundle()) {
      return certificates;
    }
    List<X509Certificate> chain = chain();
    boolean withIssuer = chain.size() > 1 && !isSelfIssued(chain.get(1));
    return chain.subList(0, Math.min(chain.size(), withIssuer ? 2 : 1));
  }

  /** Whether a certificate names itself as its issuer, as roots do. */
  public static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  @Override
  public String toString() {
    return key;
  }
}
