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

/**
 * A server of an Istio Gateway.
 *
 * @param gateway the gateway
 * @param server the server
 */
public record GatewayServer(Gateway gateway, Server server) implements Located {
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
