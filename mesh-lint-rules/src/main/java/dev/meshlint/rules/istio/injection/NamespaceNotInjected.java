package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A namespace whose Istio resources aim at its workloads, none of which gets a proxy. */
public final class NamespaceNotInjected extends MeshRule {
  /** Kinds that do something to workloads of their own namespace only. */
  private static final List<Class<? extends View>> AIMING =
      List.of(
          PeerAuthentication.class,
          AuthorizationPolicy.class,
          RequestAuthentication.class,
          Sidecar.class);

  public NamespaceNotInjected() {
    super("istio-namespace-not-injected");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<String, View> aimed = new HashMap<>();
    for (Class<? extends View> kind : AIMING) {
      for (View view : mesh.all(kind)) {
        if (view.resource().namespace().isNamed()) {
          aimed.putIfAbsent(view.resource().namespace().name(), view);
        }
      }
    }
    for (Namespace namespace : mesh.all(Namespace.class)) {
      View policy = aimed.get(namespace.resource().name());
      if (policy != null && isOut(namespace, mesh)) {
        out.report(
                namespace.metadata().at("name"),
                "namespace \"%s\" asks for no proxies, so %s has no effect in it"
                    .formatted(namespace.resource().name(), policy.resource().title()))
            .related(policy, "aims at workloads of the namespace");
      }
    }
  }

  private static boolean isOut(Namespace namespace, Mesh mesh) {
    Resource resource = namespace.resource();
    if (resource.name().equals(mesh.configuration().rootNamespace())
        || mesh.kustomizations().isPatched(resource)
        || mesh.nearness().isAlternative(resource)
        || namespace.metadata().isOpen("labels")
        || !mesh.kustomizations().addedLabels(resource).isEmpty()
        || namespace.metadata().label(Injection.NAMESPACE_INJECTION) != null
        || mesh.injection().ofNamespace(List.of(namespace)).proxy() != Proxy.NONE) {
      return false;
    }
    List<MeshWorkload> workloads = mesh.workloads().in(NamespaceRef.named(resource.name()));
    for (MeshWorkload workload : workloads) {
      if (mesh.injection().of(workload).proxy() != Proxy.NONE) {
        return false;
      }
    }
    return !workloads.isEmpty();
  }
}
