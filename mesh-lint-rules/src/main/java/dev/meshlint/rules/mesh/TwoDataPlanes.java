package dev.meshlint.rules.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.LinkerdInjection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.ImageName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workload that gets the proxies of Istio and of Linkerd. */
public final class TwoDataPlanes extends MeshRule {
  /** What Linkerd's injector notes when it has done its work. */
  private static final String INJECTED = "linkerd.io/created-by";

  public TwoDataPlanes() {
    super("mesh-two-data-planes");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      PodTemplate template = workload.template().orElse(null);
      if (template == null || template.annotation(INJECTED) != null) {
        continue;
      }
      LinkerdInjection.Decision linkerd = mesh.linkerd().injection().of(workload);
      Located istio = istio(workload, template, mesh);
      if (linkerd.isMeshed() && linkerd.by() != null && istio != null) {
        out.report(
                istio instanceof Container ? istio : template.metadata(),
                "%s gets the proxies of Istio and of Linkerd: both capture its traffic"
                    .formatted(workload.title()))
            .related(istio, "asks for Istio")
            .related(linkerd.by(), "asks for Linkerd");
      }
    }
    mesh.all(Namespace.class).forEach(namespace -> check(namespace, mesh, out));
  }

  /** What puts the workload into Istio's mesh: a label, or what the injector has put there; null if nothing does. */
  private static @Nullable Located istio(MeshWorkload workload, PodTemplate template, Mesh mesh) {
    Injection.Decision decision = mesh.injection().of(workload);
    if (decision.inMesh()) {
      return decision.by();
    }
    for (Container container : template.containers()) {
      Text name = container.name();
      Text image = container.image();
      if ((name != null && name.is("istio-init")) || (image != null && isProxy(image))) {
        return container;
      }
    }
    return null;
  }

  private static boolean isProxy(Text image) {
    ImageName name = ImageName.of(image.value());
    return name.last().equals("proxyv2") && name.isBelow("istio");
  }

  /** Where no workload of a namespace is in view, its own labels decide for all of them. */
  private static void check(Namespace namespace, Mesh mesh, Findings out) {
    NamespaceRef name = NamespaceRef.named(namespace.resource().name());
    LinkerdInjection.Decision linkerd = mesh.linkerd().injection().ofNamespace(name);
    Injection.Decision istio = mesh.injection().ofNamespace(List.of(namespace));
    if (linkerd.isMeshed()
        && istio.inMesh()
        && istio.by() != null
        && mesh.workloads().in(name).isEmpty()) {
      out.report(
              istio.by(),
              "pods of namespace \"%s\" get the proxies of Istio and of Linkerd: both capture their traffic"
                  .formatted(name))
          .related(linkerd.by() == null ? namespace : linkerd.by(), "asks for Linkerd");
    }
  }
}
