package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.LinkerdInjection.Setting;
import dev.meshlint.core.mesh.LinkerdInjection.State;
import dev.meshlint.core.mesh.LinkerdProbes;
import dev.meshlint.core.mesh.LinkerdServers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.Probe;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Probes of the kubelet that policies refuse: the pods restart or never become ready. */
public final class PolicyBlocksProbes extends MeshRule {
  private static final String DEFAULT_POLICY = "config.linkerd.io/default-inbound-policy";
  private static final Set<String> CLOSED =
      Set.of("deny", "all-authenticated", "cluster-authenticated");
  private static final Set<String> OPEN =
      Set.of("all-unauthenticated", "cluster-unauthenticated", "audit");

  public PolicyBlocksProbes() {
    super("linkerd-policy-blocks-probes");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      List<Server> servers = mesh.linkerd().servers().selecting(workload);
      PodTemplate template = workload.template().orElse(null);
      if (template == null || mesh.linkerd().injection().of(workload).state() == State.OUTSIDE) {
        continue;
      }
      Text policy = closedByDefault(workload, mesh);
      if (policy == null && servers.isEmpty()) {
        continue;
      }
      for (Container container : template.containers()) {
        for (Probe probe :
            List.of(
                container.readinessProbe(), container.livenessProbe(), container.startupProbe())) {
          checkRoutes(probe, servers, workload, mesh, out);
          checkDefault(probe, policy, servers, workload, out);
        }
      }
    }
  }

  private static @Nullable Text closedByDefault(MeshWorkload workload, Mesh mesh) {
    Setting setting = mesh.linkerd().injection().setting(workload, DEFAULT_POLICY);
    String text = setting.text();
    return text != null && CLOSED.contains(text) ? setting.value() : null;
  }

  private static void checkDefault(
      Probe probe,
      @Nullable Text policy,
      List<Server> servers,
      MeshWorkload workload,
      Findings out) {
    Integer port = probe.grpc().integer("port");
    if (policy != null && port != null && LinkerdServers.onPort(servers, port, workload) == null) {
      out.report(
              probe,
              "policy \"%s\" refuses the kubelet's gRPC probe: only HTTP probes are let through of themselves"
                  .formatted(policy))
          .as("default")
          .related(policy, "the policy");
    }
  }

  private static void checkRoutes(
      Probe probe, List<Server> servers, MeshWorkload workload, Mesh mesh, Findings out) {
    Text port = probe.httpGet().text("port");
    String path = path(probe);
    if (port == null || port.open() || path == null) {
      return;
    }
    for (Integer number : LinkerdServers.ports(port, workload)) {
      Server server = LinkerdServers.onPort(servers, number, workload);
      if (server == null || isOpen(server)) {
        continue;
      }
      List<Route> routes = mesh.linkerd().policies().routes(server);
      if (!routes.isEmpty() && !LinkerdProbes.pass(path, server, mesh.linkerd().policies())) {
        out.report(
                routes.get(0).spec().at("rules"),
                "with routes, Server \"%s\" no longer lets probes through, and none of its routes admits the kubelet to \"%s\""
                    .formatted(server.resource().name(), path))
            .as("route")
            .related(probe, "the probe");
        return;
      }
    }
  }

  private static @Nullable String path(Probe probe) {
    if (!probe.httpGet().present()) {
      return null;
    }
    Text path = probe.httpGet().text("path");
    return path == null ? "/" : path.open() ? null : path.value();
  }

  private static boolean isOpen(Server server) {
    Text access = server.accessPolicy();
    return access != null && (access.open() || OPEN.contains(access.value()));
  }
}
