package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.LinkerdServers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.OpaquePorts;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.List;

/** A list of opaque ports that drops a port which is opaque by default. */
public final class OpaquePortsHideDefault extends MeshRule {
  public OpaquePortsHideDefault() {
    super("linkerd-opaque-ports-hide-default");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Service service : mesh.all(Service.class)) {
      Text list = service.metadata().annotation(OpaquePorts.KEY);
      OpaquePorts ports = list == null || list.open() ? null : OpaquePorts.of(list);
      for (ServicePort port : ports == null ? List.<ServicePort>of() : service.ports()) {
        Integer number = port.port();
        if (list != null && ports != null && number != null && port.appProtocol() == null) {
          check(list, ports, number, out);
        }
      }
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      Text list = workload.template().map(pods -> pods.annotation(OpaquePorts.KEY)).orElse(null);
      OpaquePorts ports = list == null || list.open() ? null : OpaquePorts.of(list);
      if (list != null && ports != null) {
        checkPods(workload, list, ports, mesh, out);
      }
    }
  }

  private static void checkPods(
      MeshWorkload workload, Text list, OpaquePorts ports, Mesh mesh, Findings out) {
    List<Server> servers = new ArrayList<>(mesh.linkerd().servers().selecting(workload));
    servers.removeIf(server -> server.proxyProtocol() == null);
    for (ContainerPort declared : LinkerdServers.declared(workload)) {
      Integer number = declared.containerPort();
      if (number != null && LinkerdServers.onPort(servers, number, workload) == null) {
        check(list, ports, number, out);
      }
    }
  }

  private static void check(Text list, OpaquePorts ports, int number, Findings out) {
    if (!OpaquePorts.DEFAULT.contains(number) || ports.contains(number)) {
      return;
    }
    String written = list.value().strip();
    if (written.isEmpty()) {
      out.report(
              list,
              "port %d is opaque by default, and the empty list takes that back".formatted(number))
          .as("reset");
      return;
    }
    String meant = written + (written.endsWith(",") ? "" : ",") + number;
    out.report(
            list,
            "the list replaces the default one, so port %d is no longer opaque: its clients hang until the protocol is given up on"
                .formatted(number))
        .as("list")
        .help("append %d".formatted(number))
        .fix(Fixes.replaceScalar("append " + number, true, list.node(), meant));
  }
}
