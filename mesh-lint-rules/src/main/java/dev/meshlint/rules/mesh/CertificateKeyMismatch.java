package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Certificates;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A private key does not belong to the certificate beside it. */
public final class CertificateKeyMismatch extends MeshRule {
  public CertificateKeyMismatch() {
    super("mesh-certificate-key-mismatch");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Certificates.Pair pair : mesh.certificates().pairs()) {
      Integer owner = pair.owner();
      if (owner != null && owner < 0) {
        String name = Certificates.name(pair.certificate().certificates().get(0));
        out.report(
                pair.key(),
                "the private key \"%s\" does not belong to the certificate of \"%s\": no server starts with both"
                    .formatted(pair.key().key(), name))
            .related(pair.certificate(), "the certificate");
      }
    }
  }
}
