package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.LinkerdInjection.Setting;
import dev.meshlint.core.mesh.LinkerdInjection.State;
import dev.meshlint.core.mesh.LinkerdServers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.OpaquePorts;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortRanges;
import java.util.List;
import java.util.Locale;

/** Service, pods and Server that do not agree on which ports are opaque. */
public final class OpaquePortsMismatch extends MeshRule {
  private static final String KEY = OpaquePorts.KEY;
  private static final String SKIP = "config.linkerd.io/skip-inbound-ports";

  public OpaquePortsMismatch() {
    super("linkerd-opaque-ports-mismatch");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Service service : mesh.all(Service.class)) {
      checkService(service, out);
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      OpaquePorts pods = mesh.linkerd().opaquePorts(workload);
      if (pods == null || mesh.linkerd().injection().of(workload).state() == State.OUTSIDE) {
        continue;
      }
      for (MeshService service : mesh.workloads().servicesOf(workload)) {
        checkPods(service, workload, pods, mesh, out);
      }
      Text own = pods.annotation();
      if (own != null) {
        checkSkipped(workload, own, pods, mesh, out);
        checkServers(workload, own, pods, mesh, out);
      }
    }
  }

  private static void checkService(Service service, Findings out) {
    Text list = service.metadata().annotation(KEY);
    OpaquePorts ports = list == null || list.open() ? null : OpaquePorts.of(list);
    if (list == null || ports == null || service.spec().isOpen("ports")) {
      return;
    }
    for (Integer number : ports.single()) {
      boolean known = false;
      boolean target = false;
      for (ServicePort port : service.ports()) {
        known |= number.equals(port.port()) || port.port() == null;
        Text targetPort = port.targetPort();
        target |= targetPort != null && number.equals(targetPort.integer());
      }
      if (!known && !service.ports().isEmpty()) {
        out.report(
                list,
                target
                    ? "%d is a port of the pods; the Service's list takes ports of the Service"
                        .formatted(number)
                    : "the Service has no port %d".formatted(number))
            .as(target ? "target-port" : "unknown-port");
      }
    }
    for (ServicePort port : service.ports()) {
      Text protocol = port.appProtocol();
      if (port.port() != null
          && ports.contains(port.port())
          && protocol != null
          && !protocol.open()
          && !protocol.value().toLowerCase(Locale.ROOT).startsWith("linkerd.io/")) {
        out.report(
                list,
                "appProtocol \"%s\" of port %d wins over this list: clients do not take it for opaque"
                    .formatted(protocol, port.port()))
            .as("app-protocol")
            .related(protocol, "the protocol");
      }
    }
  }

  private static void checkPods(
      MeshService service, MeshWorkload workload, OpaquePorts pods, Mesh mesh, Findings out) {
    Service view = service.kubernetes();
    OpaquePorts ofService = view == null ? null : mesh.linkerd().opaquePorts(view);
    if (view == null || ofService == null || view.isHeadless()) {
      return;
    }
    for (ServicePort port : view.ports()) {
      Integer number = port.port();
      Text target = port.targetPort();
      if (number == null || port.appProtocol() != null || (target != null && target.open())) {
        continue;
      }
      List<Integer> numbers =
          target == null ? List.of(number) : LinkerdServers.ports(target, workload);
      if (numbers.size() == 1) {
        compare(number, ofService, numbers.get(0), pods, service, workload, out);
      }
    }
  }

  private static void compare(
      int number,
      OpaquePorts ofService,
      int target,
      OpaquePorts ofPods,
      MeshService service,
      MeshWorkload workload,
      Findings out) {
    Text list = ofService.annotation();
    Text pods = ofPods.annotation();
    if (list != null && ofService.contains(number) && !ofPods.contains(target)) {
      out.report(
              list,
              "port %d is opaque on the Service, but port %d of %s is not: the two ends treat it differently"
                  .formatted(number, target, workload.title()))
          .as("pods")
          .related(workload, "the pods")
          .help("add %d to the annotation of the pods".formatted(target));
    } else if (pods != null && ofPods.contains(target) && !ofService.contains(number)) {
      out.report(
              pods,
              "port %d is opaque on the pods, but port %d of %s is not: the two ends treat it differently"
                  .formatted(target, number, service.title()))
          .as("service")
          .related(service, "the Service")
          .help("add %d to the annotation of the Service".formatted(number));
    }
  }

  private static void checkSkipped(
      MeshWorkload workload, Text list, OpaquePorts ports, Mesh mesh, Findings out) {
    Setting setting = mesh.linkerd().injection().setting(workload, SKIP);
    Text skip = setting.value();
    if (skip == null || !setting.known() || list.resource() != workload.resource()) {
      return;
    }
    PortRanges skipped = PortRanges.parse(skip.value());
    for (Integer port : ports.single()) {
      if (skipped.contains(port)) {
        out.report(
                list,
                "port %d skips the proxy, so that it makes no difference whether it is opaque"
                    .formatted(port))
            .as("skipped")
            .related(skip, "the ports that skip the proxy");
      }
    }
  }

  private static void checkServers(
      MeshWorkload workload, Text list, OpaquePorts ports, Mesh mesh, Findings out) {
    for (Server server : mesh.linkerd().servers().selecting(workload)) {
      Text protocol = server.proxyProtocol();
      boolean http =
          protocol != null
              && (protocol.is("HTTP/1") || protocol.is("HTTP/2") || protocol.is("gRPC"));
      for (Integer port : http ? LinkerdServers.ports(server, workload) : List.<Integer>of()) {
        if (protocol != null && ports.contains(port)) {
          out.report(
                  protocol,
                  "the Server takes port %d for %s, but the pods of %s mark it as opaque"
                      .formatted(port, protocol, workload.title()))
              .as("server")
              .related(list, "the opaque ports");
        }
      }
    }
  }
}
