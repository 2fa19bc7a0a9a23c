package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
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

  /** The host names of a certificate; the common name counts only where there are no others. */
  public static List<String> hosts(X509Certificate certificate) {
    return alternatives(certificate, DNS_NAME);
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

  /** Whether a certificate may sign others. */
  public static boolean isAuthority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }
}
