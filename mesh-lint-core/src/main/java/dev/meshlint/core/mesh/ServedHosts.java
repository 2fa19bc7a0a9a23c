package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.value.Hosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hosts that a gateway serves, looked up without comparing each with each. Immutable once filled. */
public final class ServedHosts {
  private final List<ServerHost> all = new ArrayList<>();
  private final Map<String, List<ServerHost>> exact = new HashMap<>();
  private final Map<String, List<ServerHost>> wildcards = new HashMap<>();

  /** By the host read backwards, so that all hosts below a domain lie together. */
  private final TreeMap<String, List<ServerHost>> backwards = new TreeMap<>();

  private boolean open;
  private boolean nothing;

  /** Those of a gateway that certainly has no servers. */
  static ServedHosts none() {
    ServedHosts served = new ServedHosts();
    served.nothing = true;
    return served;
  }

  /**
   * Reads the hosts of a gateway.
   *
   * @param gateway an Istio Gateway, or one of the Gateway API
   * @param open whether something else may change them
   */
  static ServedHosts of(View gateway, boolean open) {
    ServedHosts served = new ServedHosts();
    served.open = open;
    if (gateway instanceof Gateway istio) {
      served.open |= istio.spec().isOpen("servers");
      for (Server server : istio.servers()) {
        served.open |= server.isOpen("hosts");
        for (Text host : server.hosts()) {
          served.add(ServerHost.of(host, istio.resource().namespace()));
        }
      }
    } else if (gateway instanceof dev.meshlint.core.model.gatewayapi.Gateway standard) {
      for (Listener listener : standard.listeners()) {
        Text host = listener.hostname();
        served.open |= host == null || host.open();
        if (host != null) {
          served.add(new ServerHost(host, host.value(), null));
        }
      }
    }
    return served;
  }

  /** The hosts of one server. */
  public static ServedHosts of(GatewayServer server) {
    ServedHosts served = new ServedHosts();
    served.open = server.server().isOpen("hosts");
    server.hosts().forEach(served::add);
    return served;
  }

  private void add(ServerHost host) {
    all.add(host);
    String name = host.host();
    if (Hosts.isWildcard(name)) {
      wildcards.computeIfAbsent(name.substring(1), any -> new ArrayList<>(1)).add(host);
    } else {
      exact.computeIfAbsent(name, any -> new ArrayList<>(1)).add(host);
    }
    backwards.computeIfAbsent(backwards(name), any -> new ArrayList<>(1)).add(host);
  }

  private static String backwards(String host) {
    String name = Hosts.isWildcard(host) ? host.substring(1) : host;
    return new StringBuilder(name).reverse().toString();
  }

  /** The hosts in the order of the file. */
  public List<ServerHost> all() {
    return all;
  }

  /** Whether there may be others than the files show, or none are written at all. */
  public boolean isOpen() {
    return open || (all.isEmpty() && !nothing);
  }

  /**
   * Whether the gateway serves a host for the VirtualServices of a namespace.
   *
   * @param host a full host or a wildcard, which need only have a host in common
   * @param routes the namespace of the VirtualService
   */
  public Same serves(String host, NamespaceRef routes) {
    if (isOpen()) {
      return Same.MAYBE;
    }
    Same answer = Same.NO;
    for (ServerHost candidate : overlapping(host)) {
      Same admits = candidate.admits(routes);
      if (admits == Same.YES) {
        return Same.YES;
      }
      answer = admits == Same.MAYBE ? admits : answer;
    }
    return answer;
  }

  /** The served hosts that have a host in common with this one, whatever the namespace. */
  public List<ServerHost> overlapping(String host) {
    List<ServerHost> found = new ArrayList<>();
    boolean wildcard = Hosts.isWildcard(host);
    String name = wildcard ? host.substring(1) : host;
    if (wildcard) {
      String below = backwards(host);
      for (List<ServerHost> hosts :
          backwards.subMap(below, true, below + Character.MAX_VALUE, false).values()) {
        found.addAll(hosts);
      }
    } else {
      found.addAll(exact.getOrDefault(name, List.of()));
    }
    for (int dot = name.indexOf('.', wildcard ? 1 : 0);
        dot >= 0;
        dot = name.indexOf('.', dot + 1)) {
      found.addAll(wildcards.getOrDefault(name.substring(dot), List.of()));
    }
    found.addAll(wildcards.getOrDefault("", List.of()));
    return found;
  }
}
