package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.DataPlanes.Plane;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.prometheus.PodMonitor;
import dev.meshlint.core.value.LabelSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which ports of proxies Prometheus asks for metrics: by the annotation {@code prometheus.io/scrape}, which Istio points to
 * the port of merged metrics, and by PodMonitors. Immutable.
 */
public final class Scrapes {
  /** Istio's port of the metrics of proxy and application together. */
  private static final int MERGED = 15020;

  private static final int ENVOY = 15090;
  private static final int LINKERD_ADMIN = 4191;

  private static final Map<String, Integer> NAMES =
      Map.of("http-envoy-prom", ENVOY, "linkerd-admin", LINKERD_ADMIN);

  private final Map<NamespaceRef, LabelIndex<Asking>> byNamespace = new HashMap<>();
  private final LabelIndex<Asking> everywhere;

  /** A PodMonitor that asks a port of a proxy. */
  private record Asking(PodMonitor monitor, LabelSelector selector, int port) {}

  Scrapes(Mesh mesh) {
    Map<NamespaceRef, List<Asking>> added = new HashMap<>();
    List<Asking> all = new ArrayList<>();
    for (PodMonitor monitor : mesh.all(PodMonitor.class)) {
      LabelSelector selector = monitor.selector().known();
      for (View endpoint : monitor.endpoints()) {
        Integer port = port(endpoint);
        if (port == null || selector == null) {
          continue;
        }
        Asking asking = new Asking(monitor, selector, port);
        if (monitor.isForAllNamespaces()) {
          all.add(asking);
        } else {
          namespaces(monitor)
              .forEach(name -> added.computeIfAbsent(name, any -> new ArrayList<>()).add(asking));
        }
      }
    }
    everywhere = index(all);
    added.forEach((namespace, asking) -> byNamespace.put(namespace, index(asking)));
  }

  private static LabelIndex<Asking> index(List<Asking> asking) {
    return new LabelIndex<>(asking, one -> one.selector().labels());
  }

  private static List<NamespaceRef> namespaces(PodMonitor monitor) {
    List<NamespaceRef> namespaces = new ArrayList<>();
    for (Text name : monitor.namespaces()) {
      namespaces.add(name.open() ? NamespaceRef.OPEN : NamespaceRef.named(name.value()));
    }
    return namespaces.isEmpty() ? List.of(monitor.resource().namespace()) : namespaces;
  }

  private static @Nullable Integer port(View endpoint) {
    Text name = endpoint.text("port");
    if (name != null) {
      return NAMES.get(name.value());
    }
    Text path = endpoint.text("path");
    Integer number = endpoint.integer("portNumber");
    number = number == null ? endpoint.integer("targetPort") : number;
    return number == null && path != null && path.is("/stats/prometheus")
        ? Integer.valueOf(ENVOY)
        : number;
  }

  /** The ports of a workload's proxy that are asked, each with who asks. */
  public Map<Integer, Located> ports(MeshWorkload workload, Plane plane) {
    Map<Integer, Located> ports = new LinkedHashMap<>();
    Text scrape =
        workload.template().map(pods -> pods.annotation("prometheus.io/scrape")).orElse(null);
    if (plane == Plane.SIDECAR && scrape != null && scrape.is("true")) {
      ports.put(MERGED, scrape);
    }
    LabelIndex<Asking> own = byNamespace.getOrDefault(workload.namespace(), index(List.of()));
    for (LabelIndex<Asking> index : List.of(own, everywhere)) {
      for (List<Asking> candidates : index.candidates(workload.labels())) {
        for (Asking asking : candidates) {
          if (isOf(plane, asking.port()) && asking.selector().matches(workload.labels())) {
            ports.putIfAbsent(asking.port(), asking.monitor());
          }
        }
      }
    }
    return ports;
  }

  private static boolean isOf(Plane plane, int port) {
    return plane == Plane.LINKERD ? port == LINKERD_ADMIN : port == MERGED || port == ENVOY;
  }
}
