package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.VirtualServices;
import dev.meshlint.core.mesh.VirtualServices.Owner;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two VirtualServices route one host for sidecars: one of them is ignored. */
public final class ConflictingVirtualServices extends ResourceRule<VirtualService> {
  private static final List<String> PROTOCOLS = List.of("http", "tls", "tcp");

  public ConflictingVirtualServices() {
    super("istio-conflicting-virtual-services", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    if (!Gateways.appliesToMesh(routes)) {
      return;
    }
    Map<HostName, Text> own = new HashMap<>();
    for (Text written : routes.hosts()) {
      HostName host = mesh.services().read(written, routes.resource().namespace());
      Text first = own.putIfAbsent(host, written);
      if (first != null && !written.open()) {
        out.report(
                written,
                "hosts \"%s\" and \"%s\" are one host: Envoy drops the routes of one of them"
                    .formatted(first, written))
            .related(first, "the same host");
      }
      for (Owner other : mesh.virtualServices().owners(host)) {
        if (conflicts(routes, host, other, mesh)) {
          report(written, other, routes, mesh, out);
          break;
        }
      }
    }
  }

  private static void report(
      Text written, Owner other, VirtualService routes, Mesh mesh, Findings out) {
    out.report(
            written,
            "host \"%s\" is also routed by %s: sidecars take the routes of one of them only"
                .formatted(written, other.routes().resource().title()))
        .as(
            mesh.nearness().appliedTogether(routes.resource(), other.routes().resource())
                ? "together"
                : "apart")
        .related(other.written(), "the other one");
  }

  private static boolean conflicts(VirtualService routes, HostName host, Owner other, Mesh mesh) {
    VirtualServices all = mesh.virtualServices();
    return mesh.nearness().mayMeet(routes.resource(), other.routes().resource())
        && VirtualServices.same(host, other.host()) == Same.YES
        && Gateways.appliesToMesh(other.routes())
        && mayCompete(routes.spec(), other.routes().spec())
        && all.visibility(routes).overlaps(all.visibility(other.routes())) == Same.YES;
  }

  /** Routes of HTTP and those of TLS or TCP are for different listeners: side by side, all of them count. */
  private static boolean mayCompete(View one, View other) {
    boolean routes = false;
    boolean others = false;
    for (String protocol : PROTOCOLS) {
      if (one.has(protocol) && other.has(protocol)) {
        return true;
      }
      routes |= one.has(protocol);
      others |= other.has(protocol);
    }
    return !routes || !others;
  }
}
