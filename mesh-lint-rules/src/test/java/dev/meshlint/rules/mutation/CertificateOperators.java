package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Mistakes in the certificates of Secrets. */
final class CertificateOperators {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private CertificateOperators() {}

  static List<Operator> all() {
    return List.of(
        breaking(
            "expired-certificate",
            "nobody accepts a certificate that has ended: handshakes fail",
            files ->
                certificates(files)
                    .flatMap(
                        site ->
                            site.replaced(encoded(expired(decoded(site))))
                                .map(mutant -> mutant.and(users(files, site.manifest()))))),
        breaking(
            "damaged-certificate",
            "the proxy cannot read the certificate",
            files ->
                certificates(files)
                    .flatMap(
                        site -> {
                          String pem = decoded(site);
                          int start = pem.indexOf(BEGIN) + BEGIN.length();
                          String body = pem.substring(start, pem.indexOf(END)).replace("\n", "");
                          String half = BEGIN + "\n" + body.substring(0, body.length() / 8 * 4);
                          return site.replaced(encoded(half + "\n" + END + "\n"))
                              .map(mutant -> mutant.and(users(files, site.manifest())));
                        })));
  }

  /** Certificates for servers: {@code tls.crt} and {@code cert}. */
  private static Stream<Site> certificates(Manifests files) {
    return files
        .of(Types.SECRET)
        .flatMap(one -> one.at("data"))
        .flatMap(Site::children)
        .filter(site -> site.key().equals("tls.crt") || site.key().equals("cert"))
        .filter(site -> site.text().startsWith("LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS"));
  }

  /** The gateways that name a Secret. */
  private static Stream<Site> users(Manifests files, Manifest secret) {
    return Stream.concat(
            files.sites(Types.ISTIO_GATEWAY, "spec.servers.*.tls.credentialName"),
            files.sites(Types.GATEWAY, "spec.listeners.*.tls.certificateRefs.*.name"))
        .filter(site -> site.text().equals(secret.name()));
  }

  private static String decoded(Site site) {
    return new String(Base64.getMimeDecoder().decode(site.text()), StandardCharsets.ISO_8859_1);
  }

  private static String encoded(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The same, but the first certificate ends in the moment in which it begins; its signature is not looked at. */
  private static String expired(String pem) {
    int start = pem.indexOf(BEGIN) + BEGIN.length();
    int end = pem.indexOf(END);
    byte[] der = Base64.getMimeDecoder().decode(pem.substring(start, end));
    int begins = time(der, 0);
    int ends = time(der, begins + 1);
    System.arraycopy(der, begins, der, ends, 15);
    return pem.substring(0, start)
        + "\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n"
        + pem.substring(end);
  }

  /** Where a time of thirteen characters is, with the two bytes before it. */
  private static int time(byte[] der, int from) {
    for (int i = from; i + 15 <= der.length; i++) {
      if (der[i] == 0x17 && der[i + 1] == 13 && der[i + 14] == 'Z') {
        return i;
      }
    }
    throw new AssertionError("the certificate has no time of two-digit years");
  }
}
