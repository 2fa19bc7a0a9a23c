package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.EnvoyService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import org.jspecify.annotations.Nullable;

/** A Service of another namespace in an object that is for its own namespace only. */
public final class ServiceInForeignNamespace extends MeshRule {
  public ServiceInForeignNamespace() {
    super("cilium-service-in-foreign-namespace");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (CiliumEnvoyConfig config : mesh.all(CiliumEnvoyConfig.class)) {
      if (config.resource().scope() == Resource.Scope.NAMESPACED) {
        for (EnvoyService service : config.services()) {
          check(service.namespace(), "it is overridden", out);
        }
      }
    }
    for (CiliumLocalRedirectPolicy policy : mesh.all(CiliumLocalRedirectPolicy.class)) {
      check(policy.serviceNamespace(), "the policy is not enforced", out);
    }
  }

  private static void check(@Nullable Text namespace, String effect, Findings out) {
    if (namespace == null || namespace.open()) {
      return;
    }
    NamespaceRef own = namespace.resource().namespace();
    if (own.isNamed() && !own.name().equals(namespace.value())) {
      out.report(
          namespace,
          "the Service must be in namespace \"%s\" of the object, not in \"%s\": %s"
              .formatted(own, namespace, effect));
    }
  }
}
