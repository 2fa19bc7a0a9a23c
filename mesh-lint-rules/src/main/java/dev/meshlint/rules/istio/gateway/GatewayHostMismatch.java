package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.GatewayBinding;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.ServerHost;
import dev.meshlint.core.mesh.Visibility;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.NearMiss;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hosts of a VirtualService and those of its gateways do not meet, or a gateway does not see it. */
public final class GatewayHostMismatch extends ResourceRule<VirtualService> {
  public GatewayHostMismatch() {
    super("istio-gateway-host-mismatch", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    List<GatewayBinding> bindings = mesh.gateways().bindings(routes);
    for (GatewayBinding binding : bindings) {
      if (!binding.isResolved()) {
        return;
      }
    }
    if (!bindings.isEmpty()
        && !routes.hosts().isEmpty()
        && !routes.spec().isOpen("hosts")
        && !mesh.kustomizations().isPatched(routes.resource())
        && !isHidden(routes, bindings, mesh, out)
        && allServed(routes, bindings, mesh, out)) {
      checkGateways(routes, bindings, mesh, out);
    }
  }

  /** Proxies of gateways take what is exported to their own namespace, wherever the Gateway object lies. */
  private static boolean isHidden(
      VirtualService routes, List<GatewayBinding> bindings, Mesh mesh, Findings out) {
    Visibility visibility = mesh.virtualServices().visibility(routes);
    for (GatewayBinding binding : bindings) {
      MeshWorkload proxy = blindProxy(binding, visibility, mesh);
      if (proxy != null && !routes.exportTo().isEmpty()) {
        out.report(
                routes.spec().at("exportTo"),
                "not exported to namespace \"%s\", where the proxy of gateway \"%s\" runs: it answers 404"
                    .formatted(proxy.namespace(), binding.reference()))
            .related(proxy, "the proxy of the gateway");
        return true;
      }
    }
    return false;
  }

  private static @Nullable MeshWorkload blindProxy(
      GatewayBinding binding, Visibility visibility, Mesh mesh) {
    MeshWorkload blind = null;
    for (MeshWorkload proxy : mesh.gateways().proxies(binding)) {
      if (visibility.from(proxy.namespace()) != Same.NO) {
        return null;
      }
      blind = proxy;
    }
    return blind;
  }

  private static boolean allServed(
      VirtualService routes, List<GatewayBinding> bindings, Mesh mesh, Findings out) {
    if (Gateways.appliesToMesh(routes)) {
      return true;
    }
    boolean all = true;
    for (Text host : routes.hosts()) {
      boolean served = false;
      for (GatewayBinding binding : bindings) {
        served |= binding.serves(host, mesh.services()) != Same.NO;
      }
      if (!served) {
        report(host, routes, bindings, out);
      }
      all &= served;
    }
    return all;
  }

  private static void report(
      Text host, VirtualService routes, List<GatewayBinding> bindings, Findings out) {
    Map<String, ServerHost> offered = new LinkedHashMap<>();
    bindings.forEach(binding -> offered.putAll(binding.offered()));
    ServerHost restricted = offered.get(host.value());
    String who =
        bindings.size() == 1
            ? "gateway \"" + bindings.get(0).reference() + "\" does not serve"
            : "none of the gateways serves";
    String why =
        restricted != null && restricted.namespace() != null
            ? "only for namespace \"" + restricted.namespace() + "\""
            : only(offered);
    Report report =
        out.report(
                host,
                "%s host \"%s\", %s: the routes are never used there".formatted(who, host, why))
            .related(bindings.get(0).gateways().get(0), "the gateway");
    String near = nearest(host, routes, offered.keySet());
    if (near != null) {
      report
          .help("did you mean \"" + near + "\"?")
          .fix(Fixes.replaceScalar("name the host \"" + near + "\"", false, host.node(), near));
    }
  }

  /** The host that was meant: none that is named already, and no wildcard, which would cover more. */
  private static @Nullable String nearest(Text host, VirtualService routes, Set<String> offered) {
    Set<String> candidates = new LinkedHashSet<>(offered);
    candidates.removeIf(candidate -> candidate.startsWith("*"));
    routes.hosts().forEach(named -> candidates.remove(named.value()));
    return NearMiss.nearest(host.value(), candidates);
  }

  private static String only(Map<String, ServerHost> offered) {
    return offered.isEmpty() ? "having no servers" : "only " + HostList.of(offered.keySet());
  }

  private static void checkGateways(
      VirtualService routes, List<GatewayBinding> bindings, Mesh mesh, Findings out) {
    for (GatewayBinding binding : bindings) {
      boolean serves = false;
      for (Text host : routes.hosts()) {
        serves |= binding.serves(host, mesh.services()) != Same.NO;
      }
      if (!serves) {
        out.report(
                binding.reference(),
                "gateway \"%s\" serves no host of this VirtualService, %s: no route is used there"
                    .formatted(binding.reference(), only(binding.offered())))
            .related(binding.gateways().get(0), "the gateway");
      }
    }
  }
}
