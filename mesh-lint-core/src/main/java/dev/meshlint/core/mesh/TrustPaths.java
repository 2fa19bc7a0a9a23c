package dev.meshlint.core.mesh;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the signatures from a certificate lead to an authority that is trusted. Validity periods do not matter here. */
public final class TrustPaths {
  /** Real chains have two or three: more are not worth the time that verifying takes. */
  static final int LONGEST = 32;

  private TrustPaths() {}

  /** Whether the certificate names the other as its issuer and is, as far as can be verified, signed by it. */
  public static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (SignatureException | InvalidKeyException e) {
      return false;
    } catch (GeneralSecurityException e) {
      return true;
    }
  }

  /**
   * Whether a path of signatures leads from a certificate to one of the authorities.
   *
   * @param certificate where it begins
   * @param between certificates that may lie between
   * @param authorities those that are trusted
   */
  public static boolean lead(
      X509Certificate certificate,
      List<X509Certificate> between,
      List<X509Certificate> authorities) {
    Set<X509Certificate> seen = new HashSet<>();
    List<X509Certificate> open = new ArrayList<>(List.of(certificate));
    while (!open.isEmpty()) {
      X509Certificate current = open.remove(open.size() - 1);
      if (!seen.add(current)) {
        continue;
      }
      for (X509Certificate authority : authorities) {
        if (authority.equals(current) || isSignedBy(current, authority)) {
          return true;
        }
      }
      for (X509Certificate candidate : between.subList(0, Math.min(between.size(), LONGEST))) {
        if (isSignedBy(current, candidate)) {
          open.add(candidate);
        }
      }
    }
    return false;
  }
}
