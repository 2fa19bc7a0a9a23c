package dev.meshlint.rules.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.CiliumSettings;
import dev.meshlint.core.mesh.DataPlanes.Plane;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** Cilium that masquerades in BPF, which loses the source address of probes in ambient mode. */
public final class CiliumBpfMasquerade extends MeshRule {
  private static final String MASQUERADE = "enable-bpf-masquerade";

  public CiliumBpfMasquerade() {
    super("mesh-cilium-bpf-masquerade");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumSettings settings = mesh.cilium().settings();
    Text on = settings.value(MASQUERADE);
    if (on == null || !on.is("true")) {
      return;
    }
    Located ambient = mesh.operation().dataPlanes().first(List.of(Plane.AMBIENT));
    if (ambient != null) {
      out.report(
              on,
              "Cilium masquerades in BPF: it mistakes 169.254.7.127, from where probes come in ambient mode, so they fail")
          .related(ambient, "is in ambient mode");
    }
  }
}
