package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.GatewayBinding;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.Delegate;
import dev.meshlint.core.model.istio.Destination;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.html.picture.MeshPicture.Kind;
import dev.meshlint.html.picture.MeshPicture.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws Istio's gateways and routes, down to the subset that a route names. */
final class IstioRoutes {
  private final Mesh mesh;
  private final Sketch sketch;

  IstioRoutes(Mesh mesh, Sketch sketch) {
    this.mesh = mesh;
    this.sketch = sketch;
  }

  void draw() {
    mesh.all(Gateway.class).forEach(this::draw);
    List<VirtualService> services = mesh.all(VirtualService.class);
    for (VirtualService routes : services) {
      String subtitle = routes.hosts().isEmpty() ? "delegate" : Titles.list(routes.hosts());
      sketch.box(routes.resource(), Kind.ROUTE, routes.resource().name(), subtitle);
    }
    services.forEach(this::draw);
    for (DestinationRule rule : mesh.all(DestinationRule.class)) {
      Text host = rule.host();
      if (host != null) {
        for (MeshService service :
            mesh.services().resolve(host, rule.resource().namespace()).values()) {
          String box = sketch.of(service.resource());
          if (box != null) {
            sketch.stand(rule.resource(), box);
            sketch.fact(box, rule.resource().title());
          }
        }
      }
    }
  }

  private void draw(Gateway gateway) {
    List<String> hosts = new ArrayList<>();
    for (Server server : gateway.servers()) {
      server.hosts().forEach(host -> hosts.add(host.value()));
    }
    Resource resource = gateway.resource();
    String box = sketch.box(resource, Kind.GATEWAY, resource.name(), Titles.list(hosts, 1));
    for (MeshWorkload proxy : mesh.gateways().workloads(gateway).values()) {
      String from = sketch.of(proxy.resource());
      if (from != null) {
        sketch.wire(from, box, Path.TRAFFIC, "");
      }
    }
  }

  private void draw(VirtualService routes) {
    String box = sketch.of(routes.resource());
    if (box == null) {
      return;
    }
    for (GatewayBinding binding : mesh.gateways().bindings(routes)) {
      if (!binding.isResolved()) {
        String name = binding.reference().value();
        String missing =
            missing(binding.reference(), routes.resource(), name, "no such gateway here");
        sketch.claim(binding.reference(), sketch.wire(missing, box, Path.TRAFFIC, ""));
      }
      for (View gateway : binding.gateways()) {
        String from = sketch.of(gateway.resource());
        if (from != null) {
          sketch.claim(binding.reference(), sketch.wire(from, box, Path.TRAFFIC, ""));
        }
      }
    }
    if (Gateways.appliesToMesh(routes)) {
      sketch.fact(box, "applies to sidecars and waypoints");
    }
    for (HttpRoute route : routes.http()) {
      delegate(route.delegate(), routes, box);
    }
    for (RoutedDestination routed : routes.destinations()) {
      draw(routed, box);
    }
  }

  private void delegate(Delegate delegate, VirtualService routes, String box) {
    Text name = delegate.name();
    if (name == null) {
      return;
    }
    Answer<VirtualService> found =
        mesh.virtualServices().delegate(name, delegate.namespace(), routes.resource());
    for (VirtualService target : found.values()) {
      String to = sketch.of(target.resource());
      if (to != null) {
        sketch.claim(delegate, sketch.wire(box, to, Path.TRAFFIC, "delegate"));
      }
    }
    if (!found.isFound() && !name.open()) {
      String missing = missing(name, routes.resource(), name.value(), "no such delegate here");
      sketch.claim(name, sketch.wire(box, missing, Path.TRAFFIC, "delegate"));
    }
  }

  private void draw(RoutedDestination routed, String box) {
    Destination destination = routed.destination();
    Text host = destination.host();
    if (host == null || host.open()) {
      return;
    }
    Resource from = routed.resource();
    Answer<MeshService> service = mesh.services().resolve(host, from.namespace());
    if (!service.isFound()) {
      String missing = missing(routed, from, host.value(), "no such service here");
      sketch.claim(routed, sketch.wire(box, missing, Path.TRAFFIC, share(routed)));
      return;
    }
    for (MeshService one : service.values()) {
      String target = sketch.of(one.resource());
      if (target != null) {
        draw(routed, host, one, box, target);
      }
    }
  }

  private void draw(
      RoutedDestination routed, Text host, MeshService service, String box, String target) {
    Text subset = routed.destination().subset();
    String share = share(routed);
    if (subset == null) {
      claim(routed, sketch.wire(box, target, Path.TRAFFIC, share));
      return;
    }
    String label = share.isEmpty() ? subset.value() : subset.value() + " " + share;
    Answer<Subset> answer = mesh.destinationRules().subset(host, subset, routed.resource());
    if (answer.isAbsent()) {
      String key = "subset " + subset.value() + " of " + service.host();
      String missing =
          sketch.missing(
              key,
              service.namespace(),
              subset.value(),
              "no such subset of " + service.resource().name());
      claim(routed, sketch.wire(box, missing, Path.TRAFFIC, label));
      claim(routed, missing);
      return;
    }
    List<String> ends = new ArrayList<>();
    for (Subset one : answer.values()) {
      for (Located selected : mesh.workloads().ofSubset(host, one, mesh.services()).values()) {
        String end = sketch.of(selected.resource());
        if (end != null && !ends.contains(end)) {
          ends.add(end);
        }
      }
    }
    for (String end : ends.isEmpty() ? List.of(target) : ends) {
      claim(routed, sketch.wire(box, end, Path.TRAFFIC, label));
    }
  }

  private void claim(RoutedDestination routed, String id) {
    sketch.claim(routed.share() == null ? routed.destination() : routed.share(), id);
  }

  private static String share(RoutedDestination routed) {
    if (routed.isMirror()) {
      return "mirror";
    }
    @Nullable Integer weight = routed.share() == null ? null : routed.share().weight();
    return weight == null || weight == 100 ? "" : weight + " %";
  }

  private String missing(Located reference, Resource from, String title, String subtitle) {
    NamespaceRef namespace = from.namespace();
    String key = subtitle + " " + title + " " + namespace.name();
    String missing = sketch.missing(key, namespace, title, subtitle);
    sketch.claim(reference, missing);
    return missing;
  }
}
