package dev.meshlint.rules;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Makes certificates with keys that exist for one run of the tests only, as RFC 5280 and X.690 have it. */
final class CertificateMaker {
  private static final byte[] ECDSA_WITH_SHA256 = hex("2A8648CE3D040302");
  private static final byte[] SHA1_WITH_RSA = hex("2A864886F70D010105");
  private static final byte[] SHA256_WITH_RSA = hex("2A864886F70D01010B");
  private static final byte[] COMMON_NAME = hex("550403");
  private static final byte[] BASIC_CONSTRAINTS = hex("551D13");
  private static final byte[] KEY_USAGE = hex("551D0F");
  private static final byte[] DIGITAL_SIGNATURE = hex("0780");
  private static final byte[] ALTERNATIVE_NAME = hex("551D11");
  private static final byte[] TRUE = {(byte) 0xff};

  private CertificateMaker() {}

  /** What is wrong with a certificate. */
  enum Flaw {
    NONE,
    /** It is signed with SHA-1; for issuers with an RSA key. */
    OLD_SIGNATURE,
    /** The usages of its key leave out that it signs certificates. */
    SIGNS_NO_CERTIFICATES
  }

  /**
   * What a certificate is about.
   *
   * @param name its common name and, unless it is an authority, its host
   * @param key its key
   * @param issuer the name of its issuer
   * @param issuerKey the key that signs it
   * @param authority whether it may sign others
   * @param flaw what is wrong with it
   */
  record Order(
      String name, KeyPair key, String issuer, KeyPair issuerKey, boolean authority, Flaw flaw) {
    Order(String name, KeyPair key, String issuer, KeyPair issuerKey, boolean authority) {
      this(name, key, issuer, issuerKey, authority, Flaw.NONE);
    }

    static Order root(String name, KeyPair key) {
      return new Order(name, key, name, key, true);
    }
  }

  static KeyPair key(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A certificate in PEM, valid from 2020 to 2045. */
  static String certificate(Order order) {
    boolean rsa = order.issuerKey().getPrivate().getAlgorithm().equals("RSA");
    boolean old = order.flaw() == Flaw.OLD_SIGNATURE;
    byte[] algorithm =
        rsa
            ? tag(0x30, tag(0x06, old ? SHA1_WITH_RSA : SHA256_WITH_RSA), tag(0x05))
            : tag(0x30, tag(0x06, ECDSA_WITH_SHA256));
    byte[] validity = tag(0x30, time(LocalDate.of(2020, 1, 1)), time(LocalDate.of(2045, 1, 1)));
    byte[] toBeSigned =
        tag(
            0x30,
            tag(0xa0, tag(0x02, new byte[] {2})),
            tag(0x02, new byte[] {1}),
            algorithm,
            name(order.issuer()),
            validity,
            name(order.name()),
            order.key().getPublic().getEncoded(),
            tag(0xa3, tag(0x30, extension(order), usage(order))));
    String signing = rsa ? (old ? "SHA1withRSA" : "SHA256withRSA") : "SHA256withECDSA";
    byte[] signature = sign(signing, order, toBeSigned);
    byte[] bits = new byte[signature.length + 1];
    System.arraycopy(signature, 0, bits, 1, signature.length);
    return pem("CERTIFICATE", tag(0x30, toBeSigned, algorithm, tag(0x03, bits)));
  }

  private static byte[] sign(String algorithm, Order order, byte[] toBeSigned) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(order.issuerKey().getPrivate());
      signature.update(toBeSigned);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] extension(Order order) {
    if (order.authority()) {
      byte[] constraints = tag(0x30, tag(0x01, TRUE));
      return tag(0x30, tag(0x06, BASIC_CONSTRAINTS), tag(0x01, TRUE), tag(0x04, constraints));
    }
    byte[] hosts = tag(0x30, tag(0x82, order.name().getBytes(StandardCharsets.US_ASCII)));
    return tag(0x30, tag(0x06, ALTERNATIVE_NAME), tag(0x04, hosts));
  }

  private static byte[] usage(Order order) {
    return order.flaw() == Flaw.SIGNS_NO_CERTIFICATES
        ? tag(0x30, tag(0x06, KEY_USAGE), tag(0x04, tag(0x03, DIGITAL_SIGNATURE)))
        : new byte[0];
  }

  private static byte[] name(String commonName) {
    byte[] text = tag(0x0c, commonName.getBytes(StandardCharsets.UTF_8));
    return tag(0x30, tag(0x31, tag(0x30, tag(0x06, COMMON_NAME), text)));
  }

  private static byte[] time(LocalDate day) {
    String text = day.format(DateTimeFormatter.ofPattern("yyMMdd")) + "000000Z";
    return tag(0x17, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A key in PKCS#8. */
  static String key(KeyPair key) {
    return pem("PRIVATE KEY", key.getPrivate().getEncoded());
  }

  /** A key in the older form of its algorithm, which is the last element inside PKCS#8. */
  static String olderKey(KeyPair key) {
    byte[] encoded = key.getPrivate().getEncoded();
    int outer = content(encoded, 0);
    int version = outer + 3;
    int octets = content(encoded, version) + length(encoded, version);
    int inner = content(encoded, octets);
    byte[] older = Arrays.copyOfRange(encoded, inner, encoded.length);
    return pem(key.getPrivate().getAlgorithm() + " PRIVATE KEY", older);
  }

  private static int content(byte[] encoded, int element) {
    int first = encoded[element + 1] & 0xff;
    return element + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int length(byte[] encoded, int element) {
    int first = encoded[element + 1] & 0xff;
    return first < 0x80 ? first : encoded[element + 2] & 0xff;
  }

  static String pem(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static byte[] tag(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    List.of(parts).forEach(content::writeBytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.size() < 0x80) {
      out.write(content.size());
    } else if (content.size() < 0x100) {
      out.write(0x81);
      out.write(content.size());
    } else {
      out.write(0x82);
      out.write(content.size() >> 8);
      out.write(content.size());
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
