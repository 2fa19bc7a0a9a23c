package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.WorkloadPorts.Served;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ports of pods that several Services serve. A sidecar has one listener for a port of its pod, and so one protocol. Source:
 * Istio's documentation, "Application Requirements", on pods that belong to several services.
 */
public final class SharedPorts {
  private final Mesh mesh;

  SharedPorts(Mesh mesh) {
    this.mesh = mesh;
  }

  /**
   * Two Services that give one port of their pods different protocols.
   *
   * @param workload the pods
   * @param target the port of the pods
   * @param http the port of the Service that says HTTP
   * @param other the port of the one that says something else
   */
  public record Conflict(MeshWorkload workload, int target, MeshPort http, MeshPort other) {}

  /** One conflict for every port that is not HTTP in one Service and HTTP in others, whatever is behind them. */
  public List<Conflict> conflicts() {
    Set<MeshPort> reported = new LinkedHashSet<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (mesh.injection().of(workload).inMesh() && !workload.isProxyOnly()) {
        compare(workload, reported, conflicts);
      }
    }
    return conflicts;
  }

  private void compare(MeshWorkload workload, Set<MeshPort> reported, List<Conflict> conflicts) {
    List<Served> ports = mesh.workloadPorts().served(PodGroup.of(workload));
    Map<Integer, MeshPort> http = new HashMap<>();
    for (Served served : ports) {
      if (served.number() != null && served.protocol().isHttp()) {
        http.merge(served.number(), served.port(), SharedPorts::firstByName);
      }
    }
    for (Served served : ports) {
      MeshPort opposite = served.protocol().isTcp() ? http.get(served.number()) : null;
      if (served.number() != null
          && opposite != null
          && mayMeet(opposite, served.port())
          && reported.add(served.port())) {
        conflicts.add(new Conflict(workload, served.number(), opposite, served.port()));
      }
    }
  }

  private static MeshPort firstByName(MeshPort one, MeshPort other) {
    return title(one).compareTo(title(other)) <= 0 ? one : other;
  }

  private static String title(MeshPort port) {
    Resource resource = port.at().resource();
    return resource == null ? "" : resource.title();
  }

  /** Whether both are in the cluster at once: of two Services, neither of them an alternative. */
  private boolean mayMeet(MeshPort one, MeshPort other) {
    Resource first = one.at().resource();
    Resource second = other.at().resource();
    return first != null
        && second != null
        && mesh.nearness().mayMeet(first, second)
        && (first.namespace().isNamed() || mesh.nearness().isNear(first, second));
  }
}
