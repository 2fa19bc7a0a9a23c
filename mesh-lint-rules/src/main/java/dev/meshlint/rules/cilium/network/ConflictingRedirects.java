package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.EnvoyService;
import dev.meshlint.core.model.cilium.RedirectPort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One Service, or one address, that two objects redirect. */
public final class ConflictingRedirects extends MeshRule {
  public ConflictingRedirects() {
    super("cilium-conflicting-redirects");
  }

  /** What an object redirects: on these ports, or on all where there are none. */
  private record Claim(Located place, String target, Set<String> ports) {}

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<String, List<Claim>> envoy = new HashMap<>();
    for (CiliumEnvoyConfig config : mesh.sorted(CiliumEnvoyConfig.class)) {
      if (!config.spec().has("nodeSelector")) {
        for (EnvoyService service : config.services()) {
          add(claim(service), envoy, mesh, out);
        }
      }
    }
    Map<String, List<Claim>> local = new HashMap<>();
    for (CiliumLocalRedirectPolicy policy : mesh.sorted(CiliumLocalRedirectPolicy.class)) {
      add(claim(policy), local, mesh, out);
    }
  }

  private static @Nullable Claim claim(EnvoyService service) {
    Text name = service.name();
    Text written = service.namespace();
    boolean namespaced = service.resource().scope() == Resource.Scope.NAMESPACED;
    if (name == null || name.open() || service.isOpen("namespace") || service.isOpen("ports")) {
      return null;
    }
    NamespaceRef namespace =
        namespaced
            ? service.resource().namespace()
            : NamespaceRef.named(written == null ? "default" : written.value());
    Set<String> ports = new HashSet<>();
    service.ports().forEach(port -> ports.add(port.value()));
    return claim(name, namespace, ports);
  }

  private static @Nullable Claim claim(CiliumLocalRedirectPolicy policy) {
    Text service = policy.serviceName();
    Text address = policy.ip();
    if (service != null) {
      return service.open() ? null : claim(service, policy.resource().namespace(), Set.of());
    }
    if (address == null || address.open()) {
      return null;
    }
    Set<String> ports = new HashSet<>();
    for (RedirectPort port : policy.frontendPorts()) {
      if (port.isOpen("port") || port.isOpen("protocol")) {
        return null;
      }
      ports.add(port.port() + "/" + port.protocol());
    }
    return new Claim(address, "address " + address.value(), ports);
  }

  private static @Nullable Claim claim(Text service, NamespaceRef namespace, Set<String> ports) {
    return namespace.kind() == NamespaceRef.Kind.OPEN
        ? null
        : new Claim(service, "Service " + namespace + "/" + service.value(), ports);
  }

  private static void add(
      @Nullable Claim claim, Map<String, List<Claim>> all, Mesh mesh, Findings out) {
    if (claim == null) {
      return;
    }
    List<Claim> earlier = all.computeIfAbsent(claim.target(), any -> new ArrayList<>());
    for (Claim other : earlier) {
      Resource one = claim.place().resource();
      Resource two = other.place().resource();
      if (one != null && two != null && mesh.nearness().mayMeet(one, two) && meet(claim, other)) {
        out.report(
                claim.place(),
                "%s is redirected by %s too: only one of them takes effect"
                    .formatted(claim.target(), two.title()))
            .as(mesh.nearness().appliedTogether(one, two) ? "together" : "apart")
            .related(other.place(), "redirects it too");
        break;
      }
    }
    earlier.add(claim);
  }

  private static boolean meet(Claim one, Claim other) {
    if (one.ports().isEmpty() || other.ports().isEmpty()) {
      return true;
    }
    for (String port : one.ports()) {
      if (other.ports().contains(port)) {
        return true;
      }
    }
    return false;
  }
}
