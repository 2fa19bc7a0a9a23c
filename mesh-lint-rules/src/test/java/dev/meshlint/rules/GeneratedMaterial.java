package dev.meshlint.rules;

import dev.meshlint.rules.CertificateMaker.Flaw;
import dev.meshlint.rules.CertificateMaker.Order;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and keys for examples: no private key belongs into a repository. An example that needs one writes {@code
 * generated:shop.key} where the base64 of PEM stands; the tests put a key there that exists for their run only.
 */
final class GeneratedMaterial {
  private static final Pattern NAME = Pattern.compile("generated:([a-z.-]+)");
  private static final Map<String, String> PEM = make();

  private GeneratedMaterial() {}

  private static Map<String, String> make() {
    KeyPair root = CertificateMaker.key("EC", 256);
    KeyPair authority = CertificateMaker.key("EC", 256);
    KeyPair shop = CertificateMaker.key("EC", 256);
    KeyPair library = CertificateMaker.key("RSA", 2048);
    KeyPair weak = CertificateMaker.key("RSA", 1024);
    Map<String, String> pem = new TreeMap<>();
    String rootCertificate = CertificateMaker.certificate(Order.root("Root", root));
    pem.put("root.crt", rootCertificate);
    KeyPair renewed = CertificateMaker.key("EC", 256);
    pem.put("renewed-root.crt", CertificateMaker.certificate(Order.root("Root", renewed)));
    Order signed = new Order("Authority", authority, "Root", root, true);
    pem.put("authority.crt", CertificateMaker.certificate(signed));
    pem.put("authority.key", CertificateMaker.key(authority));
    Order notAnAuthority = new Order("Authority", authority, "Root", root, false);
    pem.put("no-authority.crt", CertificateMaker.certificate(notAnAuthority));
    Order forShop = new Order("shop.example.com", shop, "Authority", authority, false);
    String shopCertificate = CertificateMaker.certificate(forShop);
    pem.put("shop.crt", shopCertificate);
    pem.put("shop.key", CertificateMaker.key(shop));
    pem.put("shop-older.key", CertificateMaker.olderKey(shop));
    pem.put("shop-chain.crt", shopCertificate + pem.get("authority.crt"));
    pem.put("shop-reversed.crt", pem.get("authority.crt") + shopCertificate);
    pem.put("shop-renewed.crt", shopCertificate + renewedAuthority(root));
    Order forLibrary = new Order("lending.example.org", library, "Authority", authority, false);
    pem.put("library.crt", CertificateMaker.certificate(forLibrary));
    pem.put("library.key", CertificateMaker.key(library));
    pem.put("library-older.key", CertificateMaker.olderKey(library));
    Order forClinic = new Order("clinic.example.net", weak, "Authority", authority, false);
    pem.put("weak.crt", CertificateMaker.certificate(forClinic));
    pem.put("weak-with-text.crt", "Subject: CN = clinic.example.net\n" + pem.get("weak.crt"));
    pem.put("shop-stranger.crt", shopCertificate + pem.get("renewed-root.crt"));
    pem.put("shop-with-root.crt", pem.get("shop-chain.crt") + rootCertificate);
    String encrypted = pem.get("shop.key").replace(" PRIVATE KEY", " ENCRYPTED PRIVATE KEY");
    pem.put("shop-encrypted.key", encrypted);
    KeyPair dsa = CertificateMaker.key("DSA", 2048);
    Order forDesk = new Order("desk.example.net", dsa, "Authority", authority, false);
    pem.put("dsa.crt", CertificateMaker.certificate(forDesk));
    Order forHall =
        new Order("hall.example.net", shop, "Authority", library, false, Flaw.OLD_SIGNATURE);
    pem.put("old-signature.crt", CertificateMaker.certificate(forHall));
    Order withoutUsage =
        new Order("Authority", authority, "Root", root, true, Flaw.SIGNS_NO_CERTIFICATES);
    pem.put("signs-nothing.crt", CertificateMaker.certificate(withoutUsage));
    pem.put("rsa-authority.crt", CertificateMaker.certificate(Order.root("Authority", library)));
    return pem;
  }

  private static String renewedAuthority(KeyPair root) {
    KeyPair key = CertificateMaker.key("EC", 256);
    return CertificateMaker.certificate(new Order("Authority", key, "Root", root, true));
  }

  /** The text with what it names put in. */
  static String fill(String text) {
    return NAME.matcher(text).replaceAll(GeneratedMaterial::base64);
  }

  private static String base64(MatchResult name) {
    String pem = PEM.get(name.group(1));
    if (pem == null) {
      throw new AssertionError("there is no generated \"" + name.group(1) + "\": " + PEM.keySet());
    }
    byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
    return Matcher.quoteReplacement(Base64.getEncoder().encodeToString(bytes));
  }
}
