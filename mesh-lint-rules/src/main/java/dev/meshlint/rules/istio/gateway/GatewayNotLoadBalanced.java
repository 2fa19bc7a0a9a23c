package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.ExposedPorts;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.gatewayapi.GRPCRoute;
import dev.meshlint.core.model.gatewayapi.HTTPRoute;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteBackend;
import dev.meshlint.core.model.gatewayapi.TCPRoute;
import dev.meshlint.core.model.gatewayapi.TLSRoute;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.ServerTlsMode;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.IngressBackend;
import dev.meshlint.core.model.kubernetes.OpenShiftRoute;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Service of an ingress gateway has an address inside the cluster only, and nothing in view leads to it. */
public final class GatewayNotLoadBalanced extends MeshRule {
  public GatewayNotLoadBalanced() {
    super("istio-gateway-not-load-balanced");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<String> reached = reached(mesh);
    Set<YamlNode> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Gateway gateway : mesh.all(Gateway.class)) {
      if (isForInside(gateway, mesh)) {
        continue;
      }
      List<MeshService> services = new ArrayList<>();
      for (ExposedPorts exposed : mesh.gateways().exposed(gateway).values()) {
        services.addAll(exposed.services());
      }
      if (areAllInside(services, reached) && reported.add(services.get(0).node())) {
        MeshService service = services.get(0);
        out.report(
                place(service),
                "%s of gateway \"%s\" has no address outside the cluster: no client from there reaches it"
                    .formatted(service.title(), gateway.resource().name()))
            .related(gateway, "the gateway");
      }
    }
  }

  private static Located place(MeshService service) {
    Service kubernetes = service.kubernetes();
    return kubernetes == null ? service : kubernetes.spec().at("type");
  }

  private static boolean areAllInside(List<MeshService> services, Set<String> reached) {
    for (MeshService service : services) {
      Service kubernetes = service.kubernetes();
      if (kubernetes == null
          || reached.contains(service.resource().name())
          || !isClusterIp(kubernetes)
          || !kubernetes.metadata().annotations().isEmpty()) {
        return false;
      }
    }
    return !services.isEmpty();
  }

  /** Annotations tell controllers to put something in front of a Service, in more ways than can be listed. */
  private static boolean isClusterIp(Service service) {
    Text type = service.type();
    return (type == null || type.is("ClusterIP"))
        && !service.isHeadless()
        && !service.spec().has("externalIPs");
  }

  /** Egress gateways, and those for other workloads of the mesh, are reached from inside only. */
  private static boolean isForInside(Gateway gateway, Mesh mesh) {
    if (isEgress(gateway.resource().name())) {
      return true;
    }
    for (Named<Text> label : gateway.selector().labels()) {
      if (isEgress(label.value().value())) {
        return true;
      }
    }
    for (VirtualService routes : mesh.gateways().bound(gateway)) {
      if (Gateways.appliesToMesh(routes)) {
        return true;
      }
    }
    for (Server server : gateway.servers()) {
      if (server.tls().mode() == ServerTlsMode.ISTIO_MUTUAL || servesInside(server)) {
        return true;
      }
    }
    return gateway.selector().labels().isEmpty();
  }

  private static boolean isEgress(String name) {
    return name.contains("egress") || name.contains("local") || name.contains("internal");
  }

  private static boolean servesInside(Server server) {
    for (Text host : server.hosts()) {
      String name = host.value();
      if (name.endsWith(".local") || name.endsWith(".svc") || name.endsWith(".internal")) {
        return true;
      }
    }
    return false;
  }

  /** The names of the Services that routes from outside lead to. */
  private static Set<String> reached(Mesh mesh) {
    Set<String> names = new HashSet<>();
    for (Ingress ingress : mesh.all(Ingress.class)) {
      for (IngressBackend backend : ingress.backends()) {
        add(backend.serviceName(), names);
      }
    }
    for (OpenShiftRoute route : mesh.all(OpenShiftRoute.class)) {
      add(route.to().name(), names);
    }
    List<Route> routes = new ArrayList<>(mesh.all(HTTPRoute.class));
    routes.addAll(mesh.all(GRPCRoute.class));
    routes.addAll(mesh.all(TLSRoute.class));
    routes.addAll(mesh.all(TCPRoute.class));
    for (Route route : routes) {
      for (RouteBackend backend : route.backends()) {
        add(backend.backend().name(), names);
      }
    }
    return names;
  }

  private static void add(@Nullable Text name, Set<String> names) {
    if (name != null) {
      names.add(name.value());
    }
  }
}
