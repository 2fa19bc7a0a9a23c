package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.EgressNetwork;
import dev.meshlint.core.model.linkerd.HTTPLocalRateLimitPolicy;
import dev.meshlint.core.model.linkerd.MeshTLSAuthentication;
import dev.meshlint.core.model.linkerd.NetworkAuthentication;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the files say about Linkerd's mesh. Filled while the mesh is built, then only read. */
public final class Linkerd {
  /** The ConfigMap that holds the values of the installation. */
  private static final String CONFIG = "linkerd-config";

  private final LinkerdInjection injection;
  private final LinkerdServers servers;
  private final LinkerdPolicies policies;
  private final LinkerdRoutes routes;
  private final Namespaces namespaces;
  private final List<ConfigMap> configurations = new ArrayList<>();

  Linkerd(MeshBuilder from) {
    injection = new LinkerdInjection(from.namespaces, from.kustomizations);
    servers = new LinkerdServers(from.settings, from.workloads, from.kustomizations);
    policies = new LinkerdPolicies(from.settings);
    namespaces = from.namespaces;
    routes = new LinkerdRoutes(from.services.names());
  }

  void addAll(MeshBuilder from) {
    injection.note(from.workloads);
    for (List<View> ofType : from.views.values()) {
      for (View view : ofType) {
        if (!view.resource().name().isEmpty()) {
          add(view, from.namespaceFor(view.resource()));
        }
      }
    }
  }

  private void add(View view, NamespaceRef namespace) {
    String group = view.resource().group();
    routes.note(group.endsWith("linkerd.io"), group.endsWith(".istio.io"));
    if (view instanceof Server server) {
      servers.add(server, namespace);
      policies.addObject(server, namespace);
    } else if (view instanceof Route route) {
      policies.add(route);
      routes.add(route);
      policies.addObject(route, namespace);
    } else if (view instanceof MeshTLSAuthentication
        || view instanceof NetworkAuthentication
        || view instanceof EgressNetwork) {
      policies.addObject(view, namespace);
    } else if (view instanceof AuthorizationPolicy policy) {
      policies.add(policy);
    } else if (view instanceof ServerAuthorization authorization) {
      policies.add(authorization);
    } else if (view instanceof HTTPLocalRateLimitPolicy policy) {
      policies.add(policy);
    } else if (view instanceof ConfigMap config && config.resource().name().equals(CONFIG)) {
      configurations.add(config);
    }
  }

  /** Who gets the proxy, and with which settings. */
  public LinkerdInjection injection() {
    return injection;
  }

  /** The Servers and the workloads that they select. */
  public LinkerdServers servers() {
    return servers;
  }

  /** Which routes and policies speak for a Server. */
  public LinkerdPolicies policies() {
    return policies;
  }

  /** The routes of Services, Servers and EgressNetworks. */
  public LinkerdRoutes routes() {
    return routes;
  }

  /** Whether proxies send all traffic of the mesh to the proxy's own port, as the configuration in view says. */
  public boolean sendsAllToProxyPort() {
    for (ConfigMap config : configurations) {
      View values = config.child("data").embedded("values", View::new);
      String mode = values.child("proxy").value("outboundTransportMode", Text.Format.TEXT);
      if ("transport-header".equals(mode)) {
        return true;
      }
    }
    return false;
  }

  /** The opaque ports of a workload's pods; null where they are not known. */
  public @Nullable OpaquePorts opaquePorts(MeshWorkload workload) {
    LinkerdInjection.Setting setting = injection.setting(workload, OpaquePorts.KEY);
    return setting.known() ? OpaquePorts.orDefault(setting.value()) : null;
  }

  /** The opaque ports of a Service: a Service without a list gets that of its namespace; null where they are not known. */
  public @Nullable OpaquePorts opaquePorts(Service service) {
    Text own = service.metadata().annotation(OpaquePorts.KEY);
    if (own != null || service.metadata().isOpen("annotations")) {
      return own == null ? null : OpaquePorts.of(own);
    }
    for (Namespace namespace : namespaces.objects(service.resource().namespace())) {
      if (namespace.metadata().annotation(OpaquePorts.KEY) != null) {
        return null;
      }
    }
    return OpaquePorts.orDefault(null);
  }
}
