package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two listeners of one Gateway cannot be told apart, or speak protocols that one port cannot carry. */
public final class ConflictingListeners extends MeshRule {
  public ConflictingListeners() {
    super("gateway-api-conflicting-listeners");
  }

  private record Key(int port, String protocol, String hostname) {
    // By hand: what a record generates is linked at run time, which every run pays for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Key other
          && port == other.port
          && protocol.equals(other.protocol)
          && hostname.equals(other.hostname);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * port + protocol.hashCode()) + hostname.hashCode();
    }
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<Gateway, List<Listener>> added = new IdentityHashMap<>();
    for (ListenerSet set : mesh.sorted(ListenerSet.class)) {
      check(set.listeners(), out);
      Gateway gateway = gatewayOf(set, mesh);
      if (gateway != null) {
        added.computeIfAbsent(gateway, key -> new ArrayList<>()).addAll(set.listeners());
      }
    }
    for (Gateway gateway : mesh.all(Gateway.class)) {
      List<Listener> all = new ArrayList<>(gateway.listeners());
      all.addAll(added.getOrDefault(gateway, List.of()));
      check(all, out);
    }
  }

  private static @Nullable Gateway gatewayOf(ListenerSet set, Mesh mesh) {
    ObjectName parent =
        ObjectName.of(
            set.parentRef(), Attachment.GATEWAY_GROUP, "Gateway", set.resource().namespace());
    if (parent == null) {
      return null;
    }
    var found = mesh.objects().find(parent, set.resource()).values();
    return found.size() == 1
            && found.get(0) instanceof Gateway gateway
            && mesh.nearness().mayMeet(gateway.resource(), set.resource())
        ? gateway
        : null;
  }

  private static void check(List<Listener> listeners, Findings out) {
    Map<Key, Listener> seen = new HashMap<>();
    Map<Integer, Listener> firstAt = new HashMap<>();
    for (Listener listener : listeners) {
      Integer port = listener.port();
      Text protocol = listener.protocol();
      if (port == null || protocol == null || protocol.open() || listener.isOpen("hostname")) {
        continue;
      }
      Listener same = seen.putIfAbsent(new Key(port, protocol.value(), host(listener)), listener);
      if (same != null) {
        report(same, listener, sameMessage(listener, protocol), out);
      } else if (isOverTcp(protocol)) {
        Listener first = firstAt.putIfAbsent(port, listener);
        if (first != null && !canShare(first.protocol(), protocol)) {
          report(first, listener, protocolMessage(first, listener), out);
        }
      }
    }
  }

  private static void report(Listener first, Listener second, String message, Findings out) {
    boolean within = first.resource() == second.resource();
    if (!within || first.node() != second.node()) {
      out.report(second.at("name"), message)
          .related(first, "the other listener")
          .as(within ? "within" : "sets");
    }
  }

  private static String sameMessage(Listener listener, Text protocol) {
    Text host = listener.hostname();
    return "an earlier listener has port %s, protocol %s and %s too: this one is never used"
        .formatted(
            listener.port(), protocol, host == null ? "no hostname" : "host \"" + host + "\"");
  }

  private static String protocolMessage(Listener first, Listener second) {
    return "protocol %s cannot share port %s with %s of an earlier listener: this one is not used"
        .formatted(second.protocol(), second.port(), first.protocol());
  }

  private static String host(Listener listener) {
    Text host = listener.hostname();
    return host == null ? "" : host.value().toLowerCase(Locale.ROOT);
  }

  private static boolean isOverTcp(Text protocol) {
    return switch (protocol.value()) {
      case "HTTP", "HTTPS", "TLS", "TCP" -> true;
      default -> false;
    };
  }

  private static boolean canShare(@Nullable Text one, Text other) {
    return one == null
        || one.value().equals(other.value())
        || (isSecure(one.value()) && isSecure(other.value()));
  }

  private static boolean isSecure(String protocol) {
    return protocol.equals("HTTPS") || protocol.equals("TLS");
  }
}
