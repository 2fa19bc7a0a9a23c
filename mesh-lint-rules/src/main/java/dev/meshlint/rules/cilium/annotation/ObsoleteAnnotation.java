package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** An annotation that Cilium has renamed or reads no longer. */
public final class ObsoleteAnnotation extends MeshRule {
  public ObsoleteAnnotation() {
    super("cilium-obsolete-annotation");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumKeys.each(mesh, (annotation, carrier) -> check(annotation, out));
    for (Resource resource : mesh.resources()) {
      if (resource.kind().equals("Node") && resource.group().isEmpty()) {
        View node = new View(View.root(resource));
        node.child("metadata").entries("annotations").forEach(annotation -> check(annotation, out));
      }
    }
  }

  private static void check(View.Named<Text> annotation, Findings out) {
    String name = annotation.name();
    String successor = CiliumKeys.RENAMED.get(name);
    if (successor != null) {
      out.report(annotation.key(), "\"%s\" is now called \"%s\"".formatted(name, successor))
          .as("renamed")
          .fix(Fixes.renameKey(annotation.key().node(), successor));
    } else if (CiliumKeys.isRemoved(name)) {
      out.report(annotation.key(), "\"%s\" is no longer read: it has no effect".formatted(name))
          .as("removed")
          .help(
              name.contains("proxy-visibility")
                  ? "use a policy with rules for HTTP or DNS"
                  : "use a CiliumBGPClusterConfig");
    }
  }
}
