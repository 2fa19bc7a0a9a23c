package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.LinkerdInjection.Setting;
import dev.meshlint.core.mesh.LinkerdInjection.State;
import dev.meshlint.core.mesh.LinkerdServers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortRanges;

/** Ports that skip the proxy though a Server is to guard them, or the application serves them. */
public final class SkipPortsBypassPolicy extends MeshRule {
  private static final String SKIP = "config.linkerd.io/skip-inbound-ports";

  public SkipPortsBypassPolicy() {
    super("linkerd-skip-ports-bypass-policy");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      Setting setting = mesh.linkerd().injection().setting(workload, SKIP);
      Text skip = setting.value();
      boolean outside = mesh.linkerd().injection().of(workload).state() == State.OUTSIDE;
      if (skip != null && setting.known() && !outside) {
        check(workload, skip, mesh, out);
      }
    }
  }

  private static void check(MeshWorkload workload, Text skip, Mesh mesh, Findings out) {
    PortRanges skipped = PortRanges.parse(skip.value());
    for (Server server : mesh.linkerd().servers().selecting(workload)) {
      for (Integer port : LinkerdServers.ports(server, workload)) {
        if (skipped.contains(port)) {
          out.report(
                  skip,
                  "port %d of %s skips the proxy: Server \"%s\" does not guard it"
                      .formatted(port, workload.title(), server.resource().name()))
              .as("server")
              .related(server.spec().at("port"), "the Server");
          return;
        }
      }
    }
    boolean own = skip.resource() == workload.resource();
    for (ContainerPort declared : LinkerdServers.declared(workload)) {
      Integer port = declared.containerPort();
      if (own && port != null && skipped.contains(port)) {
        out.report(
                skip,
                "port %d skips the proxy: it has neither mutual TLS nor policies".formatted(port))
            .as("port")
            .related(declared, "the port");
        return;
      }
    }
  }
}
