package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Attachments;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** A route names a parent that does not exist. */
public final class UnknownParent extends MeshRule {
  public UnknownParent() {
    super("gateway-api-unknown-parent");
  }

  /** The namespace may be added for gateways only: to a Service or the like, a route from elsewhere is another matter. */
  @Override
  public void check(Mesh mesh, Findings out) {
    for (Attachment attachment : mesh.attachments().all()) {
      Text name = attachment.reference().name();
      if (name != null
          && ParentKinds.isKnown(attachment.parent())
          && attachment.found() instanceof NotFound<Located> missing) {
        Report report = report(attachment, name, missing, out);
        String namespace = namespace(missing);
        if (namespace != null
            && Attachments.isGatewayKind(attachment.parent().kind())
            && mesh.attachments().mayAttach(attachment, namespace)) {
          report.fix(
              Fixes.insertEntry(
                  "name the namespace \"" + namespace + "\"",
                  false,
                  (YamlMapping) attachment.reference().node(),
                  "namespace",
                  namespace));
        }
      }
    }
  }

  private static Report report(
      Attachment attachment, Text name, NotFound<Located> missing, Findings out) {
    String message =
        "%s \"%s\" is not in namespace \"%s\": the route does not attach and serves nothing"
            .formatted(attachment.parent().kind(), name, attachment.parent().namespace().name());
    return out.report(name, missing, message);
  }

  /** The one other namespace that has the parent; null if there is none. */
  private static @Nullable String namespace(NotFound<Located> missing) {
    return missing instanceof Absent<Located> absent
            && absent.evidence() == Evidence.ELSEWHERE
            && absent.nearest() != null
        ? absent.nearest().substring(0, absent.nearest().indexOf('/'))
        : null;
  }
}
