package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.GatewayListeners;
import dev.meshlint.core.mesh.GatewayServer;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ServerHost;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two servers of one proxy and port cannot be set up side by side. Plain HTTP servers can: they are merged. */
public final class ConflictingGateways extends MeshRule {
  /** Of servers with one host so many are compared at most: more only repeat the finding. */
  private static final int COMPARED = 8;

  public ConflictingGateways() {
    super("istio-conflicting-gateways");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Gateway gateway : mesh.all(Gateway.class)) {
      gateway.servers().forEach(server -> checkRepeated(new GatewayServer(gateway, server), out));
    }
    Set<YamlNode> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<GatewayServer> servers : GatewayListeners.shared(mesh)) {
      Map<String, List<ServerClaim>> claims = new HashMap<>();
      for (GatewayServer server : servers) {
        for (ServerClaim claim : ServerClaim.of(server)) {
          for (ServerClaim earlier : claims.getOrDefault(claim.key(), List.of())) {
            if (claim.excludes(earlier) && mayMeet(server, earlier.server(), mesh)) {
              report(claim, earlier, mesh, reported, out);
              report(earlier, claim, mesh, reported, out);
            }
          }
          List<ServerClaim> alike = claims.computeIfAbsent(claim.key(), any -> new ArrayList<>(1));
          if (alike.size() < COMPARED) {
            alike.add(claim);
          }
        }
      }
    }
  }

  private record Scoped(String host, @Nullable NamespaceRef namespace) {
    // By hand: what a record generates is linked at run time, which every run pays for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Scoped other
          && host.equals(other.host)
          && Objects.equals(namespace, other.namespace);
    }

    @Override
    public int hashCode() {
      return 31 * host.hashCode() + Objects.hashCode(namespace);
    }
  }

  /** One host in two spellings. */
  private static void checkRepeated(GatewayServer server, Findings out) {
    Map<Scoped, ServerHost> seen = new HashMap<>();
    for (ServerHost host : server.hosts()) {
      Scoped scoped = new Scoped(host.host().toLowerCase(Locale.ROOT), host.namespace());
      ServerHost first = seen.putIfAbsent(scoped, host);
      if (first != null) {
        out.report(
                host.written(),
                "\"%s\" and \"%s\" are one host: the second changes nothing"
                    .formatted(first.written(), host.written()))
            .as("repeated")
            .related(first.written(), "the same host");
      }
    }
  }

  /** Copies of one Gateway in different namespaces are variants for different control planes or clusters. */
  private static boolean mayMeet(GatewayServer one, GatewayServer other, Mesh mesh) {
    Resource here = one.resource();
    Resource there = other.resource();
    return here == there
        || (mesh.nearness().mayMeet(here, there)
            && (!here.name().equals(there.name()) || mesh.nearness().appliedTogether(here, there)));
  }

  private static void report(
      ServerClaim claim, ServerClaim other, Mesh mesh, Set<YamlNode> reported, Findings out) {
    Resource here = claim.server().resource();
    Resource there = other.server().resource();
    boolean together = mesh.nearness().appliedTogether(here, there);
    boolean merged = claim instanceof ServerClaim.HttpHost;
    if ((together || !merged) && reported.add(at(claim).node())) {
      String where = here == there ? "another server of this Gateway" : there.title();
      out.report(at(claim), message(claim, other, where))
          .as(merged ? "merged" : together ? "together" : "apart")
          .related(at(other), "the other server");
    }
  }

  private static Located at(ServerClaim claim) {
    if (claim instanceof ServerClaim.HttpHost http) {
      return http.host().written();
    }
    return claim instanceof ServerClaim.TlsHost tls
        ? tls.host().written()
        : claim.server().server().port().at("protocol");
  }

  private static String message(ServerClaim claim, ServerClaim other, String where) {
    Integer port = claim.server().server().port().number();
    if (claim instanceof ServerClaim.HttpHost http) {
      return "host \"%s\" on port %s is also a host of %s: both take routes for it, the VirtualServices of either decide"
          .formatted(http.host().written(), port, where);
    }
    if (claim instanceof ServerClaim.TlsHost tls) {
      return "host \"%s\" on port %s is also a host of %s: one of the two servers is dropped"
          .formatted(tls.host().written(), port, where);
    }
    Integer there = other.server().server().port().number();
    return "port %s takes %s here and %s%s in %s: one of the two servers is dropped"
        .formatted(
            port,
            ((ServerClaim.Traffic) claim).kind(),
            ((ServerClaim.Traffic) other).kind(),
            Objects.equals(port, there)
                ? ""
                : " on port %s, the same of the proxy,".formatted(there),
            where);
  }
}
