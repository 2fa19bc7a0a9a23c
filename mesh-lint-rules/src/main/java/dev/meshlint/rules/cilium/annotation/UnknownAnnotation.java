package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import org.jspecify.annotations.Nullable;

/** A key with a prefix of Cilium that is nearly one that it reads. */
public final class UnknownAnnotation extends MeshRule {
  public UnknownAnnotation() {
    super("cilium-unknown-annotation");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumKeys.each(mesh, (annotation, owner) -> check(annotation, out));
  }

  /** Under its right name, a wrong value would count. */
  private static @Nullable Fix rename(View.Named<Text> annotation, String near) {
    CiliumKeys.Key key = CiliumKeys.KEYS.get(near);
    Text value = annotation.value();
    return key == null || value.open() || !key.takes(value.value())
        ? null
        : Fixes.renameKey("write " + near, false, annotation.key().node(), near);
  }

  private static void check(View.Named<Text> annotation, Findings out) {
    String name = annotation.name();
    int slash = name.indexOf('/');
    if (slash < 0
        || annotation.key().open()
        || CiliumKeys.isKnown(name)
        || !name.substring(0, slash).endsWith("cilium.io")) {
      return;
    }
    String near = NearMiss.suggestion(name, CiliumKeys.KEYS.keySet());
    if (near != null) {
      out.report(annotation.key(), "Cilium reads no annotation \"%s\"".formatted(name))
          .help("did you mean \"" + near + "\"?")
          .fix(rename(annotation, near));
    }
  }
}
