package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.NearMiss;

/** An annotation of Cilium with a value that it does not take. */
public final class InvalidAnnotationValue extends MeshRule {
  public InvalidAnnotationValue() {
    super("cilium-invalid-annotation-value");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumKeys.each(mesh, (annotation, owner) -> check(annotation, out));
  }

  private static void check(View.Named<Text> annotation, Findings out) {
    Text value = annotation.value();
    CiliumKeys.Key key = CiliumKeys.KEYS.get(annotation.name());
    if (key == null || value.open() || key.takes(value.value())) {
      return;
    }
    String near = NearMiss.suggestion(value.value(), key.values());
    Report report =
        out.report(
            value,
            "\"%s\" is no value of \"%s\": allowed is %s"
                .formatted(value, annotation.name(), key.grammar()));
    if (near != null) {
      report
          .help("did you mean \"" + near + "\"?")
          .fix(
              Fixes.replaceScalar(
                  "write " + near, near.equalsIgnoreCase(value.value()), value.node(), near));
    }
  }
}
