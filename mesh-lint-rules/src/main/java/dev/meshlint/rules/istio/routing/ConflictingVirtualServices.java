package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.CommonClients;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.VirtualServices;
import dev.meshlint.core.mesh.VirtualServices.Owner;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two VirtualServices route one host for sidecars: one of them is ignored. */
public final class ConflictingVirtualServices extends MeshRule {
  /** So many owners of one host are compared at most: more only repeat the finding. */
  private static final int COMPARED = 16;

  private static final List<String> PROTOCOLS = List.of("http", "tls", "tcp");

  public ConflictingVirtualServices() {
    super("istio-conflicting-virtual-services");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<YamlNode> narrowed = Collections.newSetFromMap(new IdentityHashMap<>());
    for (VirtualService routes : mesh.all(VirtualService.class)) {
      if (Gateways.appliesToMesh(routes)) {
        checkHosts(routes, mesh, out);
        checkWildcards(routes, mesh, narrowed, out);
      }
    }
  }

  private static void checkHosts(VirtualService routes, Mesh mesh, Findings out) {
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
      Owner rival = rival(routes, host, mesh);
      if (rival != null) {
        report(written, rival, routes, mesh, out);
      }
    }
  }

  /** Routes that only some see take hosts from a wildcard that is for everybody, or the other way round. */
  private static void checkWildcards(
      VirtualService routes, Mesh mesh, Set<YamlNode> narrowed, Findings out) {
    for (Text written : routes.hosts()) {
      HostName host = mesh.services().read(written, routes.resource().namespace());
      for (Owner wide : mesh.virtualServices().around(host)) {
        VirtualServices all = mesh.virtualServices();
        if (all.visibility(routes).isEverywhere() != all.visibility(wide.routes()).isEverywhere()
            && mayClash(routes, wide, mesh)) {
          out.report(
                  written,
                  "host \"%s\" lies within \"%s\" of %s: clients that see both take these routes only"
                      .formatted(written, wide.written(), wide.routes().resource().title()))
              .as("wildcard")
              .related(wide.written(), "the wildcard");
          if (narrowed.add(wide.written().node())) {
            out.report(
                    wide.written(),
                    "clients that see %s too take its routes for \"%s\", which lies within \"%s\""
                        .formatted(routes.resource().title(), written, wide.written()))
                .as("wildcard")
                .related(written, "the narrower host");
          }
          return;
        }
      }
    }
  }

  /** Another owner of the host; one that is certainly applied with these routes rather than one that may be. */
  private static @Nullable Owner rival(VirtualService routes, HostName host, Mesh mesh) {
    Owner rival = null;
    int compared = 0;
    for (Owner other : mesh.virtualServices().owners(host)) {
      if (conflicts(routes, host, other, mesh)) {
        if (isTogether(routes, other, mesh) || ++compared == COMPARED) {
          return other;
        }
        rival = rival == null ? other : rival;
      }
    }
    return rival;
  }

  private static boolean isTogether(VirtualService routes, Owner other, Mesh mesh) {
    return mesh.nearness().appliedTogether(routes.resource(), other.routes().resource());
  }

  private static void report(
      Text written, Owner other, VirtualService routes, Mesh mesh, Findings out) {
    out.report(
            written,
            "host \"%s\" is also routed by %s: sidecars take the routes of one of them only"
                .formatted(written, other.routes().resource().title()))
        .as(isTogether(routes, other, mesh) ? "together" : "apart")
        .related(other.written(), "the other one");
  }

  private static boolean conflicts(VirtualService routes, HostName host, Owner other, Mesh mesh) {
    return VirtualServices.same(host, other.host()) == Same.YES && mayClash(routes, other, mesh);
  }

  private static boolean mayClash(VirtualService routes, Owner other, Mesh mesh) {
    VirtualServices all = mesh.virtualServices();
    return mesh.nearness().mayMeet(routes.resource(), other.routes().resource())
        && Gateways.appliesToMesh(other.routes())
        && mayCompete(routes.spec(), other.routes().spec())
        && all.visibility(routes).overlaps(all.visibility(other.routes())) == Same.YES
        && CommonClients.mayExist(mesh, routes, other.routes());
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
