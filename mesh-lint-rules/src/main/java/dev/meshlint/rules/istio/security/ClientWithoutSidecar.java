package dev.meshlint.rules.istio.security;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Injection.Decision;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.IstioPrincipal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy names a caller that has no proxy: its requests carry no identity, so the principal never matches. */
public final class ClientWithoutSidecar extends ResourceRule<AuthorizationPolicy> {
  public ClientWithoutSidecar() {
    super("istio-client-without-sidecar", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    for (Text principal : policy.principals()) {
      IstioPrincipal parsed = principal.open() ? null : IstioPrincipal.parse(principal.value());
      if (parsed != null) {
        List<MeshWorkload> clients =
            mesh.identities()
                .workloadsOf(parsed.serviceAccount(), NamespaceRef.named(parsed.namespace()));
        Located reason = optOut(clients, mesh);
        if (reason != null) {
          out.report(
                  principal,
                  "%s runs without a proxy: its requests carry no identity, the principal matches none of them"
                      .formatted(clients.get(0).title()))
              .related(reason, "this keeps the proxy away");
        }
      }
    }
  }

  private static @Nullable Located optOut(List<MeshWorkload> clients, Mesh mesh) {
    Located first = null;
    for (MeshWorkload client : clients) {
      Decision decision = mesh.injection().of(client);
      if (decision.proxy() != Proxy.NONE || !decision.isWritten()) {
        return null;
      }
      first = first == null ? decision.by() : first;
    }
    return first;
  }
}
