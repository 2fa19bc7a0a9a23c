package dev.meshlint.rules.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Certificates;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.mesh.TrustPaths;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain of certificates is in the wrong order or does not lead to the authority that is trusted. */
public final class CertificateChainBroken extends MeshRule {
  public CertificateChainBroken() {
    super("mesh-certificate-chain-broken");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    mesh.certificates().pairs().forEach(pair -> checkOrder(pair, out));
    for (PemText text : mesh.certificates().all()) {
      checkSignatures(text, out);
    }
    for (Secret secret : mesh.all(Secret.class)) {
      switch (secret.resource().name()) {
        case "cacerts", "istio-ca-secret" ->
            checkIstio(secret.resource(), mesh.certificates(), out);
        case "linkerd-identity-issuer" -> checkLinkerd(secret.resource(), mesh, out);
        default -> {}
      }
    }
  }

  private static void checkOrder(Certificates.Pair pair, Findings out) {
    Integer owner = pair.owner();
    X509Certificate stranger = pair.stranger();
    if (owner != null && owner > 0) {
      String name = Certificates.name(pair.certificate().certificates().get(owner));
      out.report(
          pair.certificate(),
          "the certificate of \"%s\", to which the private key belongs, must come first: no server starts with this order"
              .formatted(name));
    } else if (stranger != null) {
      String name = Certificates.name(pair.certificate().certificates().get(0));
      out.report(
              pair.certificate(),
              "\"%s\" follows the certificate of \"%s\" and did not issue it: clients that do not know its issuer refuse it"
                  .formatted(Certificates.name(stranger), name))
          .as("stranger");
    }
  }

  /** Two authorities of one name, as after a renewal with a new key, are easily taken for one. */
  private static void checkSignatures(PemText text, Findings out) {
    List<X509Certificate> chain = text.isBundle() ? List.of() : text.chain();
    for (int i = 0; i + 1 < chain.size(); i++) {
      if (!TrustPaths.isSignedBy(chain.get(i), chain.get(i + 1))) {
        out.report(
            text,
            "the certificate of \"%s\" is signed by another \"%s\" than the one that follows it: clients refuse it"
                .formatted(Certificates.name(chain.get(i)), Certificates.name(chain.get(i + 1))));
        return;
      }
    }
  }

  private static void checkIstio(Resource secret, Certificates certificates, Findings out) {
    PemText authority = certificates.of(secret, "ca-cert.pem");
    PemText roots = certificates.of(secret, "root-cert.pem");
    PemText between = certificates.of(secret, "cert-chain.pem");
    if (authority == null) {
      // as cert-manager writes it
      authority = certificates.of(secret, "tls.crt");
      roots = certificates.of(secret, "ca.crt");
    }
    String where = roots == null ? "" : roots.key();
    check(authority, between, roots, where, "istiod does not start", out);
  }

  private static void checkLinkerd(Resource secret, Mesh mesh, Findings out) {
    Certificates certificates = mesh.certificates();
    PemText issuer = certificates.of(secret, "crt.pem");
    PemText authority = issuer == null ? certificates.of(secret, "tls.crt") : issuer;
    PemText roots = null;
    for (ConfigMap map : mesh.all(ConfigMap.class)) {
      if (map.resource().name().equals("linkerd-identity-trust-roots")
          && map.resource().namespace().same(secret.namespace()) == Same.YES
          && mesh.nearness().appliedTogether(map.resource(), secret)) {
        roots = certificates.of(map.resource(), "ca-bundle.crt");
      }
    }
    check(
        authority,
        null,
        roots,
        "linkerd-identity-trust-roots",
        "Linkerd's identity service does not start",
        out);
  }

  private static void check(
      @Nullable PemText authority,
      @Nullable PemText between,
      @Nullable PemText roots,
      String where,
      String consequence,
      Findings out) {
    if (authority == null || authority.certificates().isEmpty() || !authority.isComplete()) {
      return;
    }
    X509Certificate certificate = authority.certificates().get(0);
    boolean isAuthority = Certificates.isAuthority(certificate);
    if (!isAuthority || !Certificates.mayUseKeyToSign(certificate)) {
      out.report(
              authority,
              "the certificate of \"%s\" may not sign others (%s): %s"
                  .formatted(
                      Certificates.name(certificate),
                      isAuthority ? "its key usage lacks certificate sign" : "no CA:TRUE",
                      consequence))
          .as("no-authority");
    } else if (roots != null && !roots.certificates().isEmpty() && roots.isComplete()) {
      List<X509Certificate> others = new ArrayList<>(authority.certificates());
      others.addAll(between == null ? List.of() : between.certificates());
      boolean known = between == null || between.isComplete();
      if (known && !TrustPaths.lead(certificate, others, roots.certificates())) {
        out.report(
                authority,
                "the certificate of \"%s\" does not lead to an authority in \"%s\": %s"
                    .formatted(Certificates.name(certificate), where, consequence))
            .related(roots, "the authorities that are trusted");
      }
    }
  }
}
