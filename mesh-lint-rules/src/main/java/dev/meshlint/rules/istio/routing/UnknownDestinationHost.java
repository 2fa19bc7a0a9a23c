package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.RouteClients;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ExtensionProvider;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.NamespacedHost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A route, a Sidecar or a provider of the mesh names a host that is no service. */
public final class UnknownDestinationHost extends MeshRule {
  private static final String NOT_IN_VIEW = "host \"%s\" is no service in view";

  public UnknownDestinationHost() {
    super("istio-unknown-destination-host");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    mesh.all(VirtualService.class).forEach(routes -> checkRoutes(routes, mesh, out));
    for (Sidecar sidecar : mesh.all(Sidecar.class)) {
      Text host = sidecar.outboundTrafficPolicy().egressProxy().host();
      if (host != null
          && mesh.services().resolve(host, sidecar.resource().namespace())
              instanceof NotFound<MeshService> missing) {
        NamespaceRef client = sidecar.resource().namespace();
        report(host, missing, client, "calls to unknown hosts get 503", out);
      }
    }
    for (ExtensionProvider provider : mesh.extensionProviders().all()) {
      if (provider.service() != null) {
        checkProvider(provider.service(), mesh, out);
      }
    }
  }

  /** The services of providers are written in full, and may lie in any namespace. */
  private static void checkProvider(Text service, Mesh mesh, Findings out) {
    String written = NamespacedHost.parse(service.value()).host();
    HostName host = HostName.of(written, NamespaceRef.OPEN, "");
    NamespaceRef client = service.resource().namespace();
    if (!service.open()
        && mesh.services().resolve(host, written, NamespaceRef.OPEN)
            instanceof NotFound<MeshService> missing) {
      report(service, missing, client, "nothing reaches the provider", out);
    }
  }

  private static void checkRoutes(VirtualService routes, Mesh mesh, Findings out) {
    // By kind of route and host: one finding says it for all of them.
    Map<String, Report> unresolved = new HashMap<>();
    List<NamespaceRef> clients = RouteClients.of(routes, mesh);
    for (RoutedDestination routed : routes.destinations()) {
      Text host = routed.destination().host();
      if (host == null
          || host.value().startsWith("*")
          || !(RouteClients.destination(host, clients, mesh)
              instanceof NotFound<MeshService> missing)) {
        continue;
      }
      HostName read = mesh.services().read(host, routes.resource().namespace());
      String what = (routed.from() instanceof HttpRoute ? "http " : "") + read;
      Report first = missing.isAbsent() ? null : unresolved.get(what);
      if (first != null) {
        first.related(host, "here too");
        continue;
      }
      Report report = report(host, missing, clients.get(0), "requests get 503", out);
      if (report != null && !missing.isAbsent()) {
        unresolved.put(what, report);
      }
    }
  }

  private static @Nullable Report report(
      Text host, NotFound<MeshService> missing, NamespaceRef client, String effect, Findings out) {
    if (!(missing instanceof Absent<MeshService> absent)) {
      return out.report(host, missing, NOT_IN_VIEW.formatted(host));
    }
    return switch (absent.evidence()) {
      // A name that exists elsewhere is the mistake of istio-unqualified-host.
      case ELSEWHERE, IN_VIEW -> null;
      case SAME_OBJECT ->
          out.report(
              host,
              absent,
              "host \"%s\" is not exported to namespace \"%s\": %s"
                  .formatted(host, client, effect));
      case NEAR_MISS, CLOSED ->
          out.report(
                  host, absent, "host \"%s\" is no service that exists: %s".formatted(host, effect))
              .fix(fix(host, absent));
    };
  }

  private static @Nullable Fix fix(Text host, Absent<MeshService> absent) {
    String nearest = absent.evidence() == Evidence.NEAR_MISS ? absent.nearest() : null;
    return nearest == null || host.value().indexOf('/') >= 0
        ? null
        : Fixes.replaceScalar("name the host \"" + nearest + "\"", false, host.node(), nearest);
  }
}
