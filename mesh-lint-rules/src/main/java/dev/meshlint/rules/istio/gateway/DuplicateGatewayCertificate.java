package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.GatewayListeners;
import dev.meshlint.core.mesh.GatewayServer;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ServerHost;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ServerTls;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortProtocol;
import dev.meshlint.core.yaml.YamlNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two Gateways of one proxy and port use one certificate, so that browsers use one connection for the hosts of both. */
public final class DuplicateGatewayCertificate extends MeshRule {
  public DuplicateGatewayCertificate() {
    super("istio-duplicate-gateway-certificate");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<YamlNode> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<GatewayServer> servers : GatewayListeners.shared(mesh)) {
      Map<String, GatewayServer> first = new HashMap<>();
      for (GatewayServer server : servers) {
        Located certificate = certificate(server);
        String name = name(server);
        if (certificate == null || name == null) {
          continue;
        }
        GatewayServer other = first.putIfAbsent(name, server);
        if (other != null
            && mesh.nearness().mayMeet(server.resource(), other.resource())
            && mesh.nearness().appliedTogether(server.resource(), other.resource())
            && Objects.equals(server.server().port().number(), other.server().port().number())
            && haveOtherHosts(server, other)) {
          report(server, other, reported, out);
          report(other, server, reported, out);
        }
      }
    }
  }

  /** With a host in common one of the servers is dropped, which is another mistake. */
  private static boolean haveOtherHosts(GatewayServer server, GatewayServer other) {
    Set<String> hosts = new HashSet<>();
    other.hosts().forEach(host -> hosts.add(host.host()));
    for (ServerHost host : server.hosts()) {
      if (hosts.contains(host.host())) {
        return false;
      }
    }
    return !hosts.isEmpty() && !server.hosts().isEmpty();
  }

  private static void report(
      GatewayServer server, GatewayServer other, Set<YamlNode> reported, Findings out) {
    Located at = certificate(server);
    Located related = certificate(other);
    if (at != null && related != null && reported.add(at.node())) {
      out.report(
              at,
              "%s has the same certificate on port %s: browsers reuse connections and get 404 for hosts of the other"
                  .formatted(other.resource().title(), server.server().port().number()))
          .related(related, "the same certificate");
    }
  }

  private static @Nullable String name(GatewayServer server) {
    ServerTls tls = server.server().tls();
    Text credential = tls.credentialName();
    Text file = tls.serverCertificate();
    if (credential != null && !credential.open() && !credential.value().isEmpty()) {
      return "secret " + credential.value();
    }
    return file == null || file.open() || file.value().isEmpty() ? null : "file " + file.value();
  }

  /** Only HTTP/2 reuses connections, so only where the proxy ends TLS and speaks HTTP. */
  private static @Nullable Located certificate(GatewayServer server) {
    if (server.protocol() != PortProtocol.HTTPS || !server.terminatesTls()) {
      return null;
    }
    ServerTls tls = server.server().tls();
    return tls.credentialName() == null ? tls.serverCertificate() : tls.credentialName();
  }
}
