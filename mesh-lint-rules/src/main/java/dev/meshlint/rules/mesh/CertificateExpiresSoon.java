package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Certificates;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A certificate in the files ends soon. */
public final class CertificateExpiresSoon extends MeshRule {
  public CertificateExpiresSoon() {
    super("mesh-certificate-expires-soon");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Instant now = mesh.settings().now();
    Duration within = out.options().duration("within");
    OncePerFile once = new OncePerFile();
    for (PemText text : mesh.certificates().all()) {
      X509Certificate ending = text.firstToEnd();
      if (ending == null) {
        continue;
      }
      Instant end = PemText.end(ending);
      if (!end.isBefore(now)
          && end.isBefore(now.plus(within))
          && !text.resource().kind().equals("CustomResourceDefinition")
          && once.isFirst(text, ending)) {
        out.report(
            text,
            "certificate of \"%s\" ends on %s, in %s days"
                .formatted(
                    Certificates.name(ending),
                    LocalDate.ofInstant(end, ZoneOffset.UTC),
                    Duration.between(now, end).toDays()));
      }
    }
  }
}
