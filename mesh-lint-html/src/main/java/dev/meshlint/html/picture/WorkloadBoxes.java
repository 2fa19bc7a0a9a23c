package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.Selector;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.html.picture.MeshPicture.Kind;
import dev.meshlint.html.picture.MeshPicture.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Draws what runs, and the services it runs behind. A service and a workload that belong to nobody else are one box. */
final class WorkloadBoxes {
  private final Mesh mesh;
  private final Sketch sketch;

  WorkloadBoxes(Mesh mesh, Sketch sketch) {
    this.mesh = mesh;
    this.sketch = sketch;
  }

  void draw() {
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (isDrawn(workload)) {
        draw(workload);
      }
    }
    for (Service service : mesh.all(Service.class)) {
      draw(service);
    }
    for (MeshService external : mesh.services().entries()) {
      ServiceEntry entry = external.entry();
      if (entry != null && sketch.of(entry.resource()) == null) {
        sketch.box(entry.resource(), Kind.OUTSIDE, Titles.list(entry.hosts()), "outside the mesh");
      }
    }
  }

  /** What another object of the files makes, or the proxy of a gateway, has a box already. */
  static boolean isDrawn(MeshWorkload workload) {
    return workload.view() instanceof Workload one
        ? !one.isOwned()
        : !workload.resource().kind().equals("Gateway");
  }

  private void draw(MeshWorkload workload) {
    Resource resource = workload.resource();
    Service service = only(workload);
    if (service == null) {
      sketch.box(resource, Kind.WORKLOAD, resource.name(), resource.kind());
      return;
    }
    String ports = ports(service);
    String subtitle = resource.kind() + (ports.isEmpty() ? "" : " \u00b7 " + ports);
    String box = sketch.box(resource, Kind.WORKLOAD, service.resource().name(), subtitle);
    sketch.stand(service.resource(), box);
    sketch.fact(box, service.resource().title());
  }

  /** The one service of a workload that has no other workload; null where there is none. */
  private @Nullable Service only(MeshWorkload workload) {
    Map<String, Service> services = new LinkedHashMap<>();
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      Service kubernetes = service.kubernetes();
      if (kubernetes != null) {
        services.put(kubernetes.resource().title(), kubernetes);
      }
    }
    if (services.size() != 1) {
      return null;
    }
    Service service = services.values().iterator().next();
    Set<String> workloads = new TreeSet<>();
    behind(service).forEach(other -> workloads.add(other.title()));
    return workloads.size() == 1 ? service : null;
  }

  private List<MeshWorkload> behind(Service service) {
    List<MeshWorkload> drawn = new ArrayList<>();
    if (!service.selector().isEmpty()) {
      Selector selector = Selector.of(service.selector());
      for (MeshWorkload workload :
          mesh.workloads().certain(selector, service.resource().namespace())) {
        if (isDrawn(workload)) {
          drawn.add(workload);
        }
      }
    }
    return drawn;
  }

  private void draw(Service service) {
    Resource resource = service.resource();
    String known = sketch.of(resource);
    if (known != null) {
      sketch.stand(resource, known);
      return;
    }
    String ports = ports(service);
    String box =
        sketch.box(
            resource,
            Kind.SERVICE,
            resource.name(),
            "Service" + (ports.isEmpty() ? "" : " \u00b7 " + ports));
    for (MeshWorkload workload : behind(service)) {
      String target = sketch.of(workload.resource());
      if (target != null) {
        sketch.wire(box, target, Path.TRAFFIC, "");
      }
    }
  }

  private static String ports(Service service) {
    List<String> ports = new ArrayList<>();
    for (ServicePort port : service.ports()) {
      if (port.port() != null) {
        ports.add(":" + port.port());
      }
    }
    return Titles.list(ports, 3);
  }
}
