package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.model.cilium.EnvoyService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the listeners and routes of one Envoy configuration name of each other. Names of fields may be in both of Envoy's spellings. */
final class EnvoyRoutes {
  private static final String ROUTER = "envoy.filters.http.router";

  /** Clusters that the proxy itself brings. */
  private static final List<String> OF_CILIUM =
      List.of(
          "/envoy-admin",
          "envoy-admin",
          "xds-grpc-cilium",
          "egress-cluster",
          "egress-cluster-tls",
          "ingress-cluster",
          "ingress-cluster-tls");

  private final CiliumEnvoyConfig config;
  private final Findings out;
  private final Set<String> routes = new HashSet<>();
  private final Set<String> clusters = new HashSet<>();

  private EnvoyRoutes(CiliumEnvoyConfig config, Findings out) {
    this.config = config;
    this.out = out;
    for (View resource : config.resources()) {
      Text name = resource.name("name");
      if (name != null && isOfType(resource, ".RouteConfiguration")) {
        routes.add(name.value());
      } else if (name != null && isOfType(resource, ".Cluster")) {
        clusters.add(name.value());
      }
    }
    clusters.addAll(OF_CILIUM);
    config.services().forEach(this::addCluster);
    config.backendServices().forEach(this::addCluster);
  }

  static void check(CiliumEnvoyConfig config, Findings out) {
    if (config.spec().isOpen("resources")) {
      return;
    }
    EnvoyRoutes all = new EnvoyRoutes(config, out);
    for (View resource : config.resources()) {
      if (isOfType(resource, ".Listener")) {
        all.checkListener(resource);
      } else if (isOfType(resource, ".RouteConfiguration")) {
        all.checkRoutes(resource);
      }
    }
  }

  private static boolean isOfType(View view, String type) {
    Text written = view.text("@type");
    return written != null && written.value().endsWith(type);
  }

  /** Services are clusters called by namespace and name, and by the port after a colon. */
  private void addCluster(EnvoyService service) {
    Text name = service.name();
    Text namespace = service.namespace();
    if (name != null) {
      String own = namespace == null ? config.resource().namespace().name() : namespace.value();
      clusters.add(own + "/" + name.value());
    }
  }

  private void checkListener(View listener) {
    Set<String> matches = new HashSet<>();
    for (View chain : listener.list(key(listener, "filter_chains", "filterChains"))) {
      View match = chain.child(key(chain, "filter_chain_match", "filterChainMatch"));
      if (!matches.add(text(match))) {
        out.report(
                chain, "two chains of the listener have the same match: Envoy refuses the listener")
            .as("refused");
      }
      for (View filter : chain.list("filters")) {
        View typed = filter.child(key(filter, "typed_config", "typedConfig"));
        if (isOfType(typed, ".HttpConnectionManager")) {
          checkManager(typed);
        } else if (isOfType(typed, ".TcpProxy")) {
          checkCluster(typed.name("cluster"));
        }
      }
    }
  }

  /** What a match says, in whatever layout; the same for chains without one. */
  private static String text(View match) {
    return match.present() ? value(match.node()).toString() : "";
  }

  private static Object value(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      Map<String, Object> values = new TreeMap<>();
      for (YamlMapping.Entry entry : mapping.entries()) {
        values.put(String.valueOf(entry.name()), value(entry.value()));
      }
      return values;
    }
    if (node instanceof YamlSequence sequence) {
      List<Object> values = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        values.add(value(item));
      }
      return values;
    }
    return node instanceof YamlScalar scalar ? '"' + scalar.text() + '"' : "";
  }

  private void checkManager(View manager) {
    View source = manager.child("rds");
    Text name = source.name(key(source, "route_config_name", "routeConfigName"));
    if (name != null && !name.open() && !isKnown(routes, name.value())) {
      String near = NearMiss.suggestion(name.value(), routes);
      out.report(
              name, "the object has no RouteConfiguration \"%s\": requests get 404".formatted(name))
          .as("refused")
          .help(near == null ? "add it to the resources" : "did you mean \"" + near + "\"?");
    }
    checkRoutes(manager.child(key(manager, "route_config", "routeConfig")));
    String filters = key(manager, "http_filters", "httpFilters");
    List<View> written = manager.list(filters);
    if (!manager.isOpen(filters) && (written.isEmpty() || !isRouter(last(written)))) {
      Located place = written.isEmpty() ? manager : last(written);
      out.report(
              place,
              "the last HTTP filter is not \"%s\": no request is forwarded".formatted(ROUTER))
          .as("suspicious");
    }
  }

  private static View last(List<View> views) {
    return views.get(views.size() - 1);
  }

  private static boolean isRouter(View filter) {
    Text name = filter.text("name");
    View typed = filter.child(key(filter, "typed_config", "typedConfig"));
    return (name != null && (name.is(ROUTER) || name.open())) || isOfType(typed, ".Router");
  }

  private void checkRoutes(View configuration) {
    for (View host : configuration.list(key(configuration, "virtual_hosts", "virtualHosts"))) {
      for (View route : host.list("routes")) {
        View action = route.child("route");
        checkCluster(action.name("cluster"));
        View weighted = action.child(key(action, "weighted_clusters", "weightedClusters"));
        for (View one : weighted.list("clusters")) {
          checkCluster(one.name("name"));
        }
      }
    }
  }

  private void checkCluster(@Nullable Text name) {
    if (name == null || name.open()) {
      return;
    }
    String value = name.value();
    int colon = value.indexOf(':');
    String service = colon < 0 ? value : value.substring(0, colon);
    if (!isKnown(clusters, value) && !clusters.contains(service)) {
      out.report(
              name,
              "neither a Cluster nor a Service of the object is called \"%s\": requests get 503"
                  .formatted(name))
          .as("suspicious")
          .help("list the Service under backendServices and call it namespace/name");
    }
  }

  /** Whether a name is known, also where it is written with the namespace and the name of the object before it. */
  private static boolean isKnown(Set<String> names, String name) {
    return names.contains(name) || names.contains(name.substring(name.lastIndexOf('/') + 1));
  }

  private static String key(View view, String snake, String camel) {
    return view.has(camel) ? camel : snake;
  }
}
