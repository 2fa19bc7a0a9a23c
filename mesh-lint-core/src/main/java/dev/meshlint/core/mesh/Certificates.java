package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Certificate;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.value.Pem;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The certificates and keys in the files. Immutable. */
public final class Certificates {
  private static final int DNS_NAME = 2;
  private static final int URI = 6;

  /** The bit keyCertSign of the usages of a key (RFC 5280, section 4.2.1.3). */
  private static final int SIGN_CERTIFICATES = 5;

  private final List<PemText> all;
  private final Map<Resource, List<PemText>> byResource = new IdentityHashMap<>();

  Certificates(List<Resource> resources) {
    all = CertificateFinder.find(resources);
    for (PemText text : all) {
      byResource.computeIfAbsent(text.resource(), any -> new ArrayList<>(2)).add(text);
    }
  }

  /** Every value that holds certificates or keys, in the order of the files. */
  public List<PemText> all() {
    return all;
  }

  /** The values of a resource that hold certificates or keys. */
  public List<PemText> of(Resource resource) {
    return byResource.getOrDefault(resource, List.of());
  }

  /** The value of a resource under this key, or null. */
  public @Nullable PemText of(Resource resource, String key) {
    for (PemText text : of(resource)) {
      if (text.key().equals(key)) {
        return text;
      }
    }
    return null;
  }

  /**
   * The host names of the certificate that a Secret holds: as written, or as cert-manager is asked for; null where it is
   * not in view.
   */
  public @Nullable List<String> hosts(MeshSecret secret) {
    if (secret.at() instanceof Certificate asked) {
      return hosts(asked);
    }
    Secret written = secret.secret();
    PemText text = written == null ? null : of(written.resource(), "cert");
    if (written != null && text == null) {
      text = of(written.resource(), "tls.crt");
    }
    return text == null || text.certificates().isEmpty() ? null : hosts(text.certificates().get(0));
  }

  private static @Nullable List<String> hosts(Certificate asked) {
    List<String> names = new ArrayList<>();
    for (Text name : asked.dnsNames()) {
      if (name.open()) {
        return null;
      }
      names.add(name.value());
    }
    boolean open =
        asked.spec().isOpen("dnsNames")
            || asked.spec().has("ipAddresses")
            || asked.spec().has("uris")
            || asked.spec().has("literalSubject");
    if (names.isEmpty() && asked.commonName() != null) {
      return null;
    }
    return open || names.isEmpty() ? null : names;
  }

  /** The host names of a certificate; the common name counts only where there are no others. */
  public static List<String> hosts(X509Certificate certificate) {
    List<String> names = alternatives(certificate, DNS_NAME);
    return names.isEmpty() ? List.of(subject(certificate)) : names;
  }

  /** Whether a certificate for these names is one for a host; a wildcard stands for one label (RFC 6125). */
  public static boolean cover(List<String> names, String host) {
    int dot = host.indexOf('.');
    String wildcard = dot < 0 ? "" : "*" + host.substring(dot);
    for (String name : names) {
      if (name.equalsIgnoreCase(host) || name.equalsIgnoreCase(wildcard)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> alternatives(X509Certificate certificate, int type) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (List<?> alternative : alternatives) {
          if (alternative.get(0) instanceof Integer kind
              && kind == type
              && alternative.get(1) instanceof String name) {
            names.add(name);
          }
        }
      }
    } catch (CertificateParsingException e) {
      return List.of();
    }
    return names;
  }

  /**
   * A certificate and the private key that is kept with it.
   *
   * @param certificate the certificate with its issuers
   * @param key where the key stands; the same value where both stand in one
   * @param block the key
   */
  public record Pair(PemText certificate, PemText key, Pem.Block block) {
    /**
     * Which certificate of the chain the key belongs to: 0 for the first, -1 for none; null where it cannot be read, or
     * there are too many to try.
     */
    public @Nullable Integer owner() {
      int count = certificate.certificates().size();
      for (int i = 0; i < Math.min(count, TrustPaths.LONGEST); i++) {
        Boolean match = KeyPairs.match(certificate.certificates().get(i), block);
        if (match == null) {
          return null;
        }
        if (match) {
          return i;
        }
      }
      return count > TrustPaths.LONGEST ? null : -1;
    }

    /**
     * The certificate that follows that of a host without having issued it; null where the issuer follows, nothing does, or
     * the first one needs no issuer.
     */
    public @Nullable X509Certificate stranger() {
      List<X509Certificate> presented = certificate.certificates();
      if (presented.size() < 2
          || !certificate.isComplete()
          || isAuthority(presented.get(0))
          || PemText.isSelfIssued(presented.get(0))) {
        return null;
      }
      X509Certificate next = presented.get(1);
      boolean issued =
          presented.get(0).getIssuerX500Principal().equals(next.getSubjectX500Principal());
      return issued || next.equals(presented.get(0)) ? null : next;
    }
  }

  /** Every certificate whose key stands in the same value or, by its name, beside it in the same resource. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (PemText text : all) {
      if (!text.certificates().isEmpty()) {
        PemText key = text.privateKey() == null ? beside(text) : text;
        Pem.Block block = key == null ? null : key.privateKey();
        if (key != null && block != null) {
          pairs.add(new Pair(text, key, block));
        }
      }
    }
    return pairs;
  }

  private @Nullable PemText beside(PemText certificate) {
    String name = certificate.key();
    for (String part : new String[] {".crt", ".cert", "certificate", "cert", "crt", ".pem"}) {
      int at = name.lastIndexOf(part);
      if (at >= 0) {
        String word = part.startsWith(".") ? ".key" : "key";
        String renamed = name.substring(0, at) + word + name.substring(at + part.length());
        for (PemText key : of(certificate.resource())) {
          if (key.key().equals(renamed)
              && key.parent() == certificate.parent()
              && key.certificates().isEmpty()) {
            return key;
          }
        }
      }
    }
    return null;
  }

  /** What people know a certificate by: its first host or URI, else its subject. */
  public static String name(X509Certificate certificate) {
    List<String> names = alternatives(certificate, DNS_NAME);
    if (names.isEmpty()) {
      names = alternatives(certificate, URI);
    }
    return names.isEmpty() ? subject(certificate) : names.get(0);
  }

  /** The common name where the subject begins with it, which is how a subject is written. */
  private static String subject(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    int comma = subject.indexOf(',');
    if (!subject.startsWith("CN=") || subject.indexOf('\\') >= 0) {
      return subject;
    }
    return subject.substring(3, comma < 0 ? subject.length() : comma);
  }

  /** Whether a certificate is one of an authority (CA:TRUE). */
  public static boolean isAuthority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }

  /** Whether the usages of its key, where it names some, include that it signs certificates. */
  public static boolean mayUseKeyToSign(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return usage == null || usage[SIGN_CERTIFICATES];
  }
}
