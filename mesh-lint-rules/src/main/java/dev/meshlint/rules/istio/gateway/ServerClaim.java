package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.GatewayServer;
import dev.meshlint.core.mesh.ServerHost;
import dev.meshlint.core.model.istio.ServerTlsMode;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What servers of one listener share: the kind of its traffic, and for TLS each host. */
sealed interface ServerClaim {
  GatewayServer server();

  String key();

  boolean excludes(ServerClaim other);

  /** HTTP servers are merged and TLS servers are told apart by host; there is but one of any other kind. */
  record Traffic(GatewayServer server, String kind) implements ServerClaim {
    @Override
    public String key() {
      return "";
    }

    @Override
    public boolean excludes(ServerClaim other) {
      return kind.equals("TCP") || !(other instanceof Traffic traffic && traffic.kind.equals(kind));
    }
  }

  /** What ends here is told apart by its host alone, what is passed through by the routes of its namespace. */
  record TlsHost(GatewayServer server, ServerHost host) implements ServerClaim {
    @Override
    public String key() {
      return "host " + host.host();
    }

    @Override
    public boolean excludes(ServerClaim other) {
      return !server.equals(other.server())
          && other instanceof TlsHost tls
          && ((server.terminatesTls() && tls.server.terminatesTls())
              || host.namespace() == null
              || tls.host.namespace() == null
              || host.namespace().same(tls.host.namespace()) == Same.YES);
    }
  }

  /** Two Gateways with one host for plain HTTP: the routes of both count for it, as is meant where it is {@code *}. */
  record HttpHost(GatewayServer server, ServerHost host) implements ServerClaim {
    @Override
    public String key() {
      return "http " + host.host().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean excludes(ServerClaim other) {
      return other instanceof HttpHost http
          && server.resource() != http.server.resource()
          && (host.namespace() == null
              || http.host.namespace() == null
              || host.namespace().same(http.host.namespace()) == Same.YES);
    }
  }

  static List<ServerClaim> of(GatewayServer server) {
    List<ServerClaim> claims = new ArrayList<>();
    PortProtocol protocol = server.protocol();
    if (!protocol.isKnown() || server.server().tls().mode() == ServerTlsMode.UNKNOWN) {
      return claims;
    }
    claims.add(new Traffic(server, protocol.isHttp() ? "HTTP" : protocol.isTls() ? "TLS" : "TCP"));
    if (protocol.isTls()) {
      server.hosts().forEach(host -> claims.add(new TlsHost(server, host)));
    } else if (protocol.isHttp()) {
      for (ServerHost host : server.hosts()) {
        if (!host.host().equals("*")) {
          claims.add(new HttpHost(server, host));
        }
      }
    }
    return claims;
  }
}
