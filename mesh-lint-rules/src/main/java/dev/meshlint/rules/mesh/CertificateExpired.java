package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Certificates;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A certificate in the files is not valid any more, or not yet. */
public final class CertificateExpired extends MeshRule {
  public CertificateExpired() {
    super("mesh-certificate-expired");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Instant now = mesh.settings().now();
    OncePerFile once = new OncePerFile();
    for (PemText text : mesh.certificates().all()) {
      X509Certificate ending = text.firstToEnd();
      X509Certificate beginning = text.lastToBegin();
      if (ending == null || beginning == null || isOfConversion(text)) {
        continue;
      }
      if (PemText.end(ending).isBefore(now)) {
        report(text, ending, "ended on " + day(PemText.end(ending)), once, out);
      } else if (PemText.start(beginning).isAfter(now)) {
        String from = "is valid from " + day(PemText.start(beginning)) + " on";
        report(text, beginning, from, once, out);
      }
    }
  }

  /** The controllers of kinds with several versions write the authority of their conversion webhook themselves. */
  private static boolean isOfConversion(PemText text) {
    return text.resource().kind().equals("CustomResourceDefinition");
  }

  private static void report(
      PemText text, X509Certificate certificate, String when, OncePerFile once, Findings out) {
    if (once.isFirst(text, certificate)) {
      Report report =
          out.report(
              text,
              "%scertificate of \"%s\" %s: %s"
                  .formatted(
                      text.isBundle() ? "the last " : "",
                      Certificates.name(certificate),
                      when,
                      Certificates.isAuthority(certificate)
                          ? "no certificate that it signed is accepted"
                          : "every TLS handshake with it fails"));
      if (text.key().equals("caBundle")) {
        report.as("webhook");
      }
    }
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
