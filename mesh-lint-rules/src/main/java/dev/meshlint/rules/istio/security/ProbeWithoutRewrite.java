package dev.meshlint.rules.istio.security;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.WorkloadPolicies.EffectiveMtls;
import dev.meshlint.core.mesh.WorkloadPorts.Probed;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.istio.MtlsMode;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import org.jspecify.annotations.Nullable;

/** The kubelet's probes reach a port that takes mutual TLS only, and nothing rewrites them. */
public final class ProbeWithoutRewrite extends MeshRule {
  private static final String REWRITE = "sidecar.istio.io/rewriteAppHTTPProbers";

  public ProbeWithoutRewrite() {
    super("istio-probe-without-rewrite");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Located offForAll = offForAll(mesh);
    for (MeshWorkload workload : mesh.workloads().all()) {
      Text annotation =
          workload.template().map(template -> template.annotation(REWRITE)).orElse(null);
      Located off = annotation == null ? offForAll : annotation.is("false") ? annotation : null;
      if (off != null) {
        check(workload, off, mesh, out);
      }
    }
  }

  private static void check(MeshWorkload workload, Located off, Mesh mesh, Findings out) {
    for (Probed probed : mesh.workloadPorts().probed(workload)) {
      for (EffectiveMtls mtls : mesh.policies().mtls(workload, probed.port()).values()) {
        Located strict = mtls.by();
        if (mtls.mode() == MtlsMode.STRICT && strict != null && takes(workload, probed, mesh)) {
          out.report(
                  probed.probe(),
                  "this probe comes from the kubelet in plain text, but port %d takes mutual TLS only and probes are not rewritten: the pod is restarted or gets no traffic"
                      .formatted(probed.port()))
              .related(off, "rewriting is switched off here")
              .related(strict, "mutual TLS is demanded here");
        }
      }
    }
  }

  private static boolean takes(MeshWorkload workload, Probed probed, Mesh mesh) {
    return switch (mesh.injection().of(workload).proxy()) {
      case SIDECAR, UNKNOWN -> mesh.workloadPorts().isCaptured(workload, probed.port());
      case AMBIENT, NONE -> false;
    };
  }

  private static @Nullable Located offForAll(Mesh mesh) {
    for (IstioValues values : mesh.configuration().values()) {
      if (values.injector().probeRewriteOff() != null) {
        return values.injector().probeRewriteOff();
      }
    }
    return null;
  }
}
