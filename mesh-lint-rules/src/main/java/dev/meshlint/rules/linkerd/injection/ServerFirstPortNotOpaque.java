package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.LinkerdServers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.OpaquePorts;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A port of a protocol in which the server speaks first, which nothing declares opaque. */
public final class ServerFirstPortNotOpaque extends MeshRule {
  private static final List<String> NAMES = List.of("mysql", "mariadb", "smtp", "ftp", "nats");
  private static final Set<Integer> NUMBERS = Set.of(21, 4222);
  private static final String SKIP = "config.linkerd.io/skip-inbound-ports";

  public ServerFirstPortNotOpaque() {
    super("linkerd-server-first-port-not-opaque");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      OpaquePorts opaque = mesh.linkerd().opaquePorts(workload);
      if (opaque != null && mesh.linkerd().injection().of(workload).isMeshed()) {
        for (ContainerPort port : LinkerdServers.declared(workload)) {
          check(port, workload, opaque, mesh, out);
        }
      }
    }
  }

  private static void check(
      ContainerPort port, MeshWorkload workload, OpaquePorts opaque, Mesh mesh, Findings out) {
    Integer number = port.containerPort();
    if (number == null
        || !isServerFirst(port.name(), number)
        || opaque.contains(number)
        || isSkipped(number, workload, mesh)
        || hasProtocol(number, workload, mesh)) {
      return;
    }
    out.report(
            port,
            "on port %d the server speaks first, and nothing says so: connections wait until the proxy gives up looking for a protocol"
                .formatted(number))
        .help("add %d to %s on the pods and on the Service".formatted(number, OpaquePorts.KEY));
  }

  private static boolean isServerFirst(@Nullable Text name, int number) {
    if (name == null || name.open()) {
      return NUMBERS.contains(number);
    }
    for (String protocol : NAMES) {
      if (name.value().equals(protocol) || name.value().startsWith(protocol + "-")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSkipped(int number, MeshWorkload workload, Mesh mesh) {
    Text skip = mesh.linkerd().injection().setting(workload, SKIP).value();
    return skip != null && (skip.open() || PortRanges.parse(skip.value()).contains(number));
  }

  private static boolean hasProtocol(int number, MeshWorkload workload, Mesh mesh) {
    List<Server> servers = new ArrayList<>(mesh.linkerd().servers().selecting(workload));
    servers.removeIf(server -> server.proxyProtocol() == null);
    if (LinkerdServers.onPort(servers, number, workload) != null) {
      return true;
    }
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      Service view = service.kubernetes();
      for (ServicePort port : view == null ? List.<ServicePort>of() : view.ports()) {
        Text target = port.targetPort();
        boolean same =
            target == null
                ? port.port() != null && port.port() == number
                : LinkerdServers.ports(target, workload).contains(number);
        if (same && port.appProtocol() != null) {
          return true;
        }
      }
    }
    return false;
  }
}
