package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.BackendTarget;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteBackend;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.IngressBackend;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.html.picture.MeshPicture.Kind;
import dev.meshlint.html.picture.MeshPicture.Path;
import java.util.ArrayList;
import java.util.List;

/** Draws gateways and routes of the Gateway API, Linkerd's own routes, and Ingresses. */
final class GatewayRoutes {
  private final Mesh mesh;
  private final Sketch sketch;

  GatewayRoutes(Mesh mesh, Sketch sketch) {
    this.mesh = mesh;
    this.sketch = sketch;
  }

  void draw() {
    for (Gateway gateway : mesh.all(Gateway.class)) {
      List<String> ports = new ArrayList<>();
      for (Listener listener : gateway.listeners()) {
        if (listener.port() != null) {
          ports.add(":" + listener.port());
        }
      }
      Resource resource = gateway.resource();
      sketch.box(resource, Kind.GATEWAY, resource.name(), Titles.list(ports, 3));
    }
    for (Route route : mesh.attachments().routes()) {
      if (!isForServers(route)) {
        String hosts = Titles.list(route.hostnames());
        Resource resource = route.resource();
        String subtitle = hosts.isEmpty() ? resource.kind() : hosts;
        sketch.box(resource, Kind.ROUTE, resource.name(), subtitle);
      }
    }
    mesh.attachments().routes().forEach(this::draw);
    mesh.all(Ingress.class).forEach(this::draw);
  }

  /** Whether a route only names requests for Linkerd's policies: it leads nowhere. */
  private static boolean isForServers(Route route) {
    return !route.parentRefs().isEmpty()
        && route.parentRefs().stream()
            .allMatch(parent -> parent.kind() != null && parent.kind().is("Server"));
  }

  private void draw(Route route) {
    String box = sketch.of(route.resource());
    for (Attachment attachment : mesh.attachments().of(route)) {
      for (Located parent : attachment.found().values()) {
        if (parent instanceof Server server) {
          for (MeshWorkload workload : mesh.linkerd().servers().workloads(server).values()) {
            String target = sketch.of(workload.resource());
            if (target != null) {
              sketch.stand(route.resource(), target);
            }
          }
        }
        String from = sketch.of(parent.resource());
        if (from != null && box != null) {
          String label =
              attachment.outcome().compareTo(Attachment.Outcome.ATTACHED) < 0 ? "not attached" : "";
          sketch.claim(attachment.reference(), sketch.wire(from, box, Path.TRAFFIC, label));
        }
      }
      if (!attachment.found().isFound() && box != null) {
        String missing = missing(attachment.parent(), attachment.reference());
        sketch.claim(attachment.reference(), sketch.wire(missing, box, Path.TRAFFIC, ""));
      }
    }
    if (box != null) {
      for (BackendTarget target : mesh.attachments().backends(route)) {
        draw(target, box);
      }
    }
  }

  private void draw(BackendTarget target, String box) {
    String label = label(target);
    for (Located object : target.found().values()) {
      String to = sketch.of(object.resource());
      if (to != null) {
        sketch.claim(target.backend(), sketch.wire(box, to, Path.TRAFFIC, label));
      }
    }
    if (!target.found().isFound()) {
      String missing = missing(target.target(), target.backend());
      sketch.claim(target.backend(), sketch.wire(box, missing, Path.TRAFFIC, label));
    }
  }

  private static String label(BackendTarget target) {
    if (target.backend().role() == RouteBackend.Role.MIRROR) {
      return "mirror";
    }
    Integer weight = target.reference().weight();
    return weight == null ? "" : "weight " + weight;
  }

  private String missing(ObjectName name, Located reference) {
    String missing =
        sketch.missing(
            name.kind() + " " + name.namespace().name() + "/" + name.name(),
            name.namespace(),
            name.name(),
            "no such " + name.kind() + " here");
    sketch.claim(reference, missing);
    return missing;
  }

  private void draw(Ingress ingress) {
    Resource resource = ingress.resource();
    String box = sketch.box(resource, Kind.ROUTE, resource.name(), "Ingress");
    for (IngressBackend backend : ingress.backends()) {
      Text service = backend.serviceName();
      if (service == null || service.open()) {
        continue;
      }
      ObjectName name = new ObjectName("", "Service", resource.namespace(), service.value(), false);
      List<Located> found = mesh.objects().find(name, resource).values();
      for (Located object : found) {
        String to = sketch.of(object.resource());
        if (to != null) {
          sketch.claim(backend, sketch.wire(box, to, Path.TRAFFIC, ""));
        }
      }
      if (found.isEmpty()) {
        String missing = missing(name, backend);
        sketch.claim(backend, sketch.wire(box, missing, Path.TRAFFIC, ""));
      }
    }
  }
}
