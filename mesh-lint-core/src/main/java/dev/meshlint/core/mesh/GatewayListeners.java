package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The servers of Istio Gateways that come to lie on one listener of one proxy: their selectors are equal or meet on a
 * workload in view, port and bind are equal. Source: pilot merges all Gateways of a workload.
 */
public final class GatewayListeners {
  private GatewayListeners() {}

  /** The proxies that take the same Gateways, told by the selectors that select them. */
  private record Listener(Set<Selector> proxies, int port, String bind) {
    // By hand, as hashCode: what a record generates is linked at run time, which every run pays
    // for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Listener other
          && proxies.equals(other.proxies)
          && port == other.port
          && bind.equals(other.bind);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * proxies.hashCode() + port) + bind.hashCode();
    }
  }

  /** The servers of each listener that has several, in the order of the files. A server may be on several. */
  public static List<List<GatewayServer>> shared(Mesh mesh) {
    Map<Selector, List<Gateway>> bySelector = new LinkedHashMap<>();
    for (Gateway gateway : mesh.all(Gateway.class)) {
      Selector selector = Selector.of(gateway.selector().labels());
      if (!selector.open() && !gateway.selector().open()) {
        bySelector.computeIfAbsent(selector, any -> new ArrayList<>(1)).add(gateway);
      }
    }
    Map<Listener, List<GatewayServer>> listeners = new LinkedHashMap<>();
    Map<Set<Selector>, List<MeshWorkload>> proxies = proxies(bySelector.keySet(), mesh);
    for (Map.Entry<Set<Selector>, List<MeshWorkload>> entry : proxies.entrySet()) {
      Map<Integer, Integer> targets = targets(entry.getValue(), mesh);
      for (Selector selector : entry.getKey()) {
        for (Gateway gateway : bySelector.getOrDefault(selector, List.of())) {
          addServers(gateway, entry.getKey(), targets, listeners);
        }
      }
    }
    List<List<GatewayServer>> shared = new ArrayList<>();
    for (List<GatewayServer> servers : listeners.values()) {
      if (servers.size() > 1) {
        shared.add(servers);
      }
    }
    return shared;
  }

  /**
   * Which of the selectors meet on a workload, and each by itself: its workloads may be elsewhere. With those that are in
   * view.
   */
  private static Map<Set<Selector>, List<MeshWorkload>> proxies(
      Set<Selector> selectors, Mesh mesh) {
    Map<MeshWorkload, Set<Selector>> selecting = new IdentityHashMap<>();
    Map<Set<Selector>, List<MeshWorkload>> proxies = new LinkedHashMap<>();
    for (Selector selector : selectors) {
      List<MeshWorkload> selected = mesh.workloads().everywhere(selector);
      proxies.put(Set.of(selector), selected);
      for (MeshWorkload workload : selected) {
        selecting.computeIfAbsent(workload, any -> new LinkedHashSet<>()).add(selector);
      }
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      Set<Selector> meeting = selecting.getOrDefault(workload, Set.of());
      if (meeting.size() > 1) {
        proxies.computeIfAbsent(meeting, any -> new ArrayList<>(1)).add(workload);
      }
    }
    return proxies;
  }

  /** On which port a proxy listens for a port of its Services; nothing where that is not in view. */
  private static Map<Integer, Integer> targets(List<MeshWorkload> proxies, Mesh mesh) {
    for (MeshWorkload proxy : proxies) {
      ExposedPorts exposed = ExposedPorts.of(proxy, mesh.workloads());
      if (exposed != null) {
        return exposed.targets();
      }
    }
    return Map.of();
  }

  private static void addServers(
      Gateway gateway,
      Set<Selector> proxies,
      Map<Integer, Integer> targets,
      Map<Listener, List<GatewayServer>> listeners) {
    for (Server server : gateway.servers()) {
      Integer port = server.port().number();
      Text bind = server.bind();
      if (port != null && port > 0 && (bind == null || !bind.open())) {
        int target = targets.getOrDefault(port, port);
        Listener listener = new Listener(proxies, target, bind == null ? "" : bind.value());
        listeners
            .computeIfAbsent(listener, any -> new ArrayList<>(1))
            .add(new GatewayServer(gateway, server));
      }
    }
  }
}
