package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A proxy that waits before its end as long as the pod has, and is killed. */
public final class ProxyWaitExceedsGracePeriod extends MeshRule {
  private static final String WAIT = "config.alpha.linkerd.io/proxy-wait-before-exit-seconds";
  private static final int DEFAULT_GRACE = 30;

  public ProxyWaitExceedsGracePeriod() {
    super("linkerd-proxy-wait-exceeds-grace-period");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      PodTemplate template = workload.template().orElse(null);
      Text wait = template == null ? null : template.annotation(WAIT);
      Integer seconds = wait == null || wait.open() ? null : wait.integer();
      if (template == null || wait == null || seconds == null) {
        continue;
      }
      Integer written = template.spec().terminationGracePeriodSeconds();
      int grace = written == null ? DEFAULT_GRACE : written;
      if (seconds >= grace
          && !template.spec().isOpen("terminationGracePeriodSeconds")
          && !mesh.kustomizations().isPatched(workload.resource())) {
        out.report(
            wait,
            "the proxy waits %d s, and the pod is killed after %d s: open connections break"
                .formatted(seconds, grace));
      }
    }
  }
}
