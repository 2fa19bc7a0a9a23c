package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Injection.Decision;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workload that gets the proxies of Istio and of Linkerd. */
public final class TwoDataPlanes extends MeshRule {
  private static final String LINKERD_INJECT = "linkerd.io/inject";

  public TwoDataPlanes() {
    super("mesh-two-data-planes");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      PodTemplate template = workload.template().orElse(null);
      if (template == null) {
        continue;
      }
      Text linkerd = linkerd(workload, template, mesh);
      Decision istio = mesh.injection().of(workload);
      if (linkerd != null && istio.inMesh() && istio.by() != null) {
        out.report(
                istio.by() instanceof Container proxy ? proxy : template.metadata(),
                "%s gets the proxies of Istio and of Linkerd: both capture its traffic"
                    .formatted(workload.title()))
            .related(istio.by(), "asks for Istio")
            .related(linkerd, "asks for Linkerd");
      }
    }
  }

  private static @Nullable Text linkerd(MeshWorkload workload, PodTemplate template, Mesh mesh) {
    Text own = template.annotation(LINKERD_INJECT);
    if (own != null) {
      return asks(own) ? own : null;
    }
    List<Namespace> namespaces = mesh.namespaces().objects(workload.namespace());
    Text inherited = null;
    for (Namespace namespace : namespaces) {
      inherited = namespace.metadata().annotation(LINKERD_INJECT);
      if (inherited == null || !asks(inherited)) {
        return null;
      }
    }
    return inherited;
  }

  private static boolean asks(Text inject) {
    return inject.is("enabled") || inject.is("ingress");
  }
}
