package dev.meshlint.rules.istio.security;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.Mtls;
import dev.meshlint.core.model.istio.MtlsMode;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** A PeerAuthentication leaves plain text allowed. */
public final class PermissiveMtls extends ResourceRule<PeerAuthentication> {
  public PermissiveMtls() {
    super("istio-permissive-mtls", PeerAuthentication.class);
  }

  @Override
  public void check(PeerAuthentication policy, Mesh mesh, Findings out) {
    boolean root = mesh.policies().isRoot(policy);
    boolean whole = policy.selector().selectsAll();
    if (root && !whole) {
      return;
    }
    String who =
        whole
            ? root
                ? "workloads of the whole mesh"
                : "workloads of namespace \"%s\"".formatted(policy.resource().namespace())
            : "the selected workloads";
    check(policy.mtls(), who, "workload", out);
    for (Named<Mtls> port : policy.portLevelMtls()) {
      check(port.value(), who + " at port " + port.name(), "port", out);
    }
  }

  private static void check(Mtls mtls, String who, String level, Findings out) {
    Text mode = mtls.text("mode");
    if (mode == null || (mtls.mode() != MtlsMode.PERMISSIVE && mtls.mode() != MtlsMode.DISABLE)) {
      return;
    }
    String effect =
        mtls.mode() == MtlsMode.DISABLE ? "take only plain text" : "take plain text too";
    out.report(
            mode,
            "mutual TLS mode \"%s\": %s %s, from callers without an identity"
                .formatted(mode, who, effect))
        .as(level)
        .fix(Fixes.replaceScalar("require mutual TLS", false, mode.node(), "STRICT"));
  }
}
