package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.GatewayListeners;
import dev.meshlint.core.mesh.GatewayServer;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ServerHost;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.ServerTlsMode;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortProtocol;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      Map<String, List<Claim>> claims = new HashMap<>();
      for (GatewayServer server : servers) {
        for (Claim claim : claims(server)) {
          for (Claim earlier : claims.getOrDefault(claim.key(), List.of())) {
            if (claim.excludes(earlier) && mayMeet(server, earlier.server(), mesh)) {
              report(claim, earlier, mesh, reported, out);
              report(earlier, claim, mesh, reported, out);
            }
          }
          List<Claim> alike = claims.computeIfAbsent(claim.key(), any -> new ArrayList<>(1));
          if (alike.size() < COMPARED) {
            alike.add(claim);
          }
        }
      }
    }
  }

  private record Scoped(String host, @Nullable NamespaceRef namespace) {}

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

  /** What servers of one listener share: the kind of its traffic, and for TLS each host. */
  private sealed interface Claim {
    GatewayServer server();

    String key();

    boolean excludes(Claim other);
  }

  /** HTTP servers are merged and TLS servers are told apart by host; there is but one of any other kind. */
  private record Traffic(GatewayServer server, String kind) implements Claim {
    @Override
    public String key() {
      return "";
    }

    @Override
    public boolean excludes(Claim other) {
      return kind.equals("TCP") || !(other instanceof Traffic traffic && traffic.kind.equals(kind));
    }
  }

  /** What ends here is told apart by its host alone, what is passed through by the routes of its namespace. */
  private record TlsHost(GatewayServer server, ServerHost host) implements Claim {
    @Override
    public String key() {
      return "host " + host.host();
    }

    @Override
    public boolean excludes(Claim other) {
      return !server.equals(other.server())
          && other instanceof TlsHost tls
          && ((server.terminatesTls() && tls.server.terminatesTls())
              || host.namespace() == null
              || tls.host.namespace() == null
              || host.namespace().same(tls.host.namespace()) == Same.YES);
    }
  }

  private static List<Claim> claims(GatewayServer server) {
    List<Claim> claims = new ArrayList<>();
    PortProtocol protocol = server.protocol();
    if (!protocol.isKnown() || server.server().tls().mode() == ServerTlsMode.UNKNOWN) {
      return claims;
    }
    claims.add(new Traffic(server, protocol.isHttp() ? "HTTP" : protocol.isTls() ? "TLS" : "TCP"));
    if (protocol.isTls()) {
      server.hosts().forEach(host -> claims.add(new TlsHost(server, host)));
    }
    return claims;
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
      Claim claim, Claim other, Mesh mesh, Set<YamlNode> reported, Findings out) {
    Resource here = claim.server().resource();
    Resource there = other.server().resource();
    if (reported.add(at(claim).node())) {
      String where = here == there ? "another server of this Gateway" : there.title();
      out.report(at(claim), message(claim, other, where))
          .as(mesh.nearness().appliedTogether(here, there) ? "together" : "apart")
          .related(at(other), "the other server");
    }
  }

  private static Located at(Claim claim) {
    return claim instanceof TlsHost tls
        ? tls.host().written()
        : claim.server().server().port().at("protocol");
  }

  private static String message(Claim claim, Claim other, String where) {
    Integer port = claim.server().server().port().number();
    if (claim instanceof TlsHost tls) {
      return "host \"%s\" on port %s is also a host of %s: one of the two servers is dropped"
          .formatted(tls.host().written(), port, where);
    }
    return "port %s takes %s here and %s in %s: one of the two servers is dropped"
        .formatted(port, ((Traffic) claim).kind(), ((Traffic) other).kind(), where);
  }
}
