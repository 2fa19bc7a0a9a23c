package dev.meshlint.rules.mesh;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.CiliumInstallation;
import dev.meshlint.core.mesh.CiliumSettings;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import org.jspecify.annotations.Nullable;

/** Cilium that removes the configuration by which a mesh takes the traffic of pods. */
public final class CiliumExclusiveCni extends MeshRule {
  private static final String EXCLUSIVE = "cni-exclusive";

  public CiliumExclusiveCni() {
    super("mesh-cilium-exclusive-cni");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumSettings settings = mesh.cilium().settings();
    Text exclusive = settings.value(EXCLUSIVE);
    Located at =
        exclusive != null
            ? exclusive.is("true") ? exclusive : null
            : settings.mentions(EXCLUSIVE) ? null : byDefault(mesh);
    Located plugin = at == null ? null : mesh.operation().dataPlanes().plugin();
    if (at != null && plugin != null) {
      out.report(
              at,
              "Cilium wants to be the only CNI plugin and removes others: that of the mesh does not run, so new pods miss the mesh or do not start")
          .related(plugin, "needs its own plugin")
          .fix(
              exclusive == null
                  ? null
                  : Fixes.replaceScalar("let other plugins be", false, exclusive.node(), "false"));
    }
  }

  /** The values of a chart that leave the setting at its default, which is on; chaining needs other plugins anyway. */
  private static @Nullable Located byDefault(Mesh mesh) {
    Located found = null;
    for (CiliumInstallation installation : mesh.cilium().installations()) {
      View cni = installation.settings().child("cni");
      if (!installation.isChart()
          || !installation.isComplete()
          || cni.has("chainingMode")
          || cni.has("customConf")
          || cni.has("install")) {
        return null;
      }
      found = cni.present() ? cni : installation.settings();
    }
    return found;
  }
}
