package dev.meshlint.rules.mesh;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.NetworkSide;
import dev.meshlint.core.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/** Entries that let policies of the network allow what a mesh needs. */
final class PolicyEntries {
  private PolicyEntries() {}

  /** Lets everybody call a port. */
  static @Nullable Fix port(NetworkSide side, int port) {
    return allow(side, "allow port " + port, ports(side, port));
  }

  /** Lets pods call a port of a namespace. */
  static @Nullable Fix namespace(NetworkSide side, String namespace, int port) {
    String peer =
        side.ofCilium()
            ? "toEndpoints: [{matchLabels: {io.kubernetes.pod.namespace: %s}}]"
            : "to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}}]";
    return allow(
        side,
        "allow port " + port + " of namespace " + namespace,
        peer.formatted(namespace) + ", " + ports(side, port));
  }

  /** Lets one address in. */
  static @Nullable Fix address(NetworkSide side, String address) {
    String peer = side.ofCilium() ? "fromCIDR: [%s/32]" : "from: [{ipBlock: {cidr: %s/32}}]";
    return allow(side, "allow " + address, peer.formatted(address));
  }

  private static String ports(NetworkSide side, int port) {
    String ports =
        side.ofCilium()
            ? "toPorts: [{ports: [{port: \"%d\", protocol: TCP}]}]"
            : "ports: [{port: %d, protocol: TCP}]";
    return ports.formatted(port);
  }

  private static @Nullable Fix allow(NetworkSide side, String description, String entry) {
    YamlSequence items = side.items();
    return items == null ? null : Fixes.insertItem(description, false, items, "{" + entry + "}");
  }
}
