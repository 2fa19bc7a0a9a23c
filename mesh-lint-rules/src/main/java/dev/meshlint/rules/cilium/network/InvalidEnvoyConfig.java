package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.NearMiss;
import java.util.HashSet;
import java.util.Set;

/** A resource for Envoy that Cilium does not take. */
public final class InvalidEnvoyConfig extends ResourceRule<CiliumEnvoyConfig> {
  private static final String PREFIX = "type.googleapis.com/";
  private static final Set<String> TYPES =
      Set.of(
          "envoy.config.listener.v3.Listener",
          "envoy.config.route.v3.RouteConfiguration",
          "envoy.config.cluster.v3.Cluster",
          "envoy.config.endpoint.v3.ClusterLoadAssignment",
          "envoy.extensions.transport_sockets.tls.v3.Secret");

  public InvalidEnvoyConfig() {
    super("cilium-invalid-envoy-config", CiliumEnvoyConfig.class);
  }

  @Override
  public void check(CiliumEnvoyConfig config, Mesh mesh, Findings out) {
    EnvoyRoutes.check(config, out);
    Set<String> seen = new HashSet<>();
    for (View resource : config.resources()) {
      Text type = resource.text("@type");
      if (type == null) {
        if (!resource.isOpen("@type") && !resource.has("@type")) {
          out.report(resource, "the resource has no \"@type\": the configuration is not read")
              .as("refused");
        }
        continue;
      }
      if (type.open()) {
        continue;
      }
      String known = type.value().replace(PREFIX, "");
      if (!TYPES.contains(known)) {
        String near = NearMiss.suggestion(known, TYPES);
        Report report =
            out.report(
                    type,
                    "Cilium takes no resource of type \"%s\" here: it is refused".formatted(known))
                .as("refused");
        if (near != null) {
          report.help("did you mean \"" + PREFIX + near + "\"?");
        }
      } else {
        checkName(resource, known, seen, out);
      }
    }
  }

  private static void checkName(View resource, String type, Set<String> seen, Findings out) {
    boolean assignment = type.endsWith("ClusterLoadAssignment");
    Text name = resource.name(assignment ? "clusterName" : "name");
    if (name == null && assignment) {
      name = resource.name("cluster_name");
    }
    String kind = type.substring(type.lastIndexOf('.') + 1);
    if (name == null) {
      if (!resource.isOpen("name")) {
        out.report(resource, "the %s has no name: the configuration is refused".formatted(kind))
            .as("refused");
      }
    } else if (!name.open() && !seen.add(type + ' ' + name.value())) {
      out.report(
              name,
              "a second %s is called \"%s\": the configuration is refused".formatted(kind, name))
          .as("refused");
    }
  }
}
