package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.value.PortProtocol;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server of an Istio Gateway.
 *
 * @param gateway the gateway
 * @param server the server
 */
public record GatewayServer(Gateway gateway, Server server) implements Located {
  // By hand: what a record generates is linked at run time, which every run pays for.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof GatewayServer other
        && gateway.equals(other.gateway)
        && server.equals(other.server);
  }

  @Override
  public int hashCode() {
    return 31 * gateway.hashCode() + server.hashCode();
  }

  /** Its protocol; {@link PortProtocol#UNSUPPORTED} where it is not known. */
  public PortProtocol protocol() {
    Text protocol = server.port().protocol();
    return protocol == null || protocol.open()
        ? PortProtocol.UNSUPPORTED
        : PortProtocol.parse(protocol.value());
  }

  /** Whether the gateway ends TLS here. */
  public boolean terminatesTls() {
    return protocol().isTls() && server.tls().present() && !server.tls().mode().passesThrough();
  }

  /** Its hosts; those with placeholders are left out. */
  public List<ServerHost> hosts() {
    List<ServerHost> hosts = new ArrayList<>();
    for (Text host : server.hosts()) {
      if (!host.open()) {
        hosts.add(ServerHost.of(host, gateway.resource().namespace()));
      }
    }
    return hosts;
  }

  @Override
  public Resource resource() {
    return gateway.resource();
  }

  @Override
  public YamlNode node() {
    return server.node();
  }
}
