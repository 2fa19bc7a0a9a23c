package dev.meshlint.core.mesh;

import dev.meshlint.core.value.Pem;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether a private key belongs to a certificate: what the key signs, the certificate must verify. Keys in the older forms
 * {@code RSA PRIVATE KEY} and {@code EC PRIVATE KEY} are wrapped in PKCS#8 (RFC 5958), with the algorithm of the certificate.
 */
public final class KeyPairs {
  private static final byte[] PROBE = {'m', 'e', 's', 'h'};
  private static final Boolean NO = Boolean.FALSE;
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

  private KeyPairs() {}

  /** Whether the key belongs to the certificate; null where the key cannot be read. */
  public static @Nullable Boolean match(X509Certificate certificate, Pem.Block key) {
    byte[] content = key.complete() && !key.encrypted() ? key.content() : null;
    String algorithm = certificate.getPublicKey().getAlgorithm();
    if (content == null) {
      return null;
    }
    switch (key.label()) {
      case "PRIVATE KEY":
        return matchAny(certificate, content);
      case "RSA PRIVATE KEY":
        return algorithm.equals("RSA") ? matches(certificate, wrap(content, certificate)) : NO;
      case "EC PRIVATE KEY":
        return algorithm.equals("EC") ? matches(certificate, wrap(content, certificate)) : NO;
      default:
        return null;
    }
  }

  /** PKCS#8 tells the algorithm itself: a key that another algorithm can read belongs to another certificate. */
  private static @Nullable Boolean matchAny(X509Certificate certificate, byte[] encoded) {
    Boolean matches = matches(certificate, encoded);
    String own = certificate.getPublicKey().getAlgorithm();
    if (matches != null || signing(own) == null) {
      return matches;
    }
    for (String algorithm : new String[] {"RSA", "EC", "EdDSA"}) {
      // A key of the same algorithm that signs nothing is on a curve that this Java does not know.
      if (!algorithm.equals(own) && read(algorithm, encoded) != null) {
        return false;
      }
    }
    return null;
  }

  private static @Nullable Boolean matches(X509Certificate certificate, byte[] encoded) {
    PublicKey publicKey = certificate.getPublicKey();
    String algorithm = publicKey.getAlgorithm();
    String signing = signing(algorithm);
    PrivateKey key = signing == null ? null : read(algorithm, encoded);
    if (signing == null || key == null) {
      return null;
    }
    byte[] signed;
    try {
      Signature signature = Signature.getInstance(signing);
      signature.initSign(key);
      signature.update(PROBE);
      signed = signature.sign();
    } catch (GeneralSecurityException e) {
      return null;
    }
    try {
      Signature signature = Signature.getInstance(signing);
      signature.initVerify(publicKey);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      // The signature of a key of another size has another length.
      return false;
    }
  }

  private static @Nullable String signing(String algorithm) {
    return switch (algorithm) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case "EdDSA" -> "EdDSA";
      default -> null;
    };
  }

  private static @Nullable PrivateKey read(String algorithm, byte[] encoded) {
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static byte[] wrap(byte[] key, X509Certificate certificate) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(VERSION_0);
    inner.writeBytes(algorithm(certificate.getPublicKey().getEncoded()));
    inner.writeBytes(tagged(OCTETS, key));
    return tagged(SEQUENCE, inner.toByteArray());
  }

  /** The algorithm with its parameters: the first element of an encoded public key. */
  private static byte[] algorithm(byte[] publicKey) {
    int start = contentOf(publicKey, 0);
    int content = contentOf(publicKey, start);
    int end = content + length(publicKey, start);
    return Arrays.copyOfRange(publicKey, start, end);
  }

  private static int contentOf(byte[] encoded, int element) {
    int first = encoded[element + 1] & 0xff;
    return element + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int length(byte[] encoded, int element) {
    int first = encoded[element + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | (encoded[element + 2 + i] & 0xff);
    }
    return length;
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 4);
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else if (content.length < 0x100) {
      out.write(0x81);
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
