package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.LinkerdServers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.NearMiss;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Server on a port that the pods it selects do not have. */
public final class ServerPortNotOnWorkload extends MeshRule {
  /** Ports of the proxy, which the injector adds. */
  private static final Set<String> PROXY = Set.of("linkerd-admin", "linkerd-proxy", "4191", "4143");

  public ServerPortNotOnWorkload() {
    super("linkerd-server-port-not-on-workload");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Server server : mesh.all(Server.class)) {
      Text port = server.port();
      if (port != null && !port.open() && !PROXY.contains(port.value())) {
        List<MeshWorkload> selected = mesh.linkerd().servers().workloads(server).values();
        if (!selected.isEmpty() && lackIt(selected, port, mesh)) {
          report(port, selected, mesh, out);
        }
      }
    }
  }

  private static boolean lackIt(List<MeshWorkload> selected, Text port, Mesh mesh) {
    for (MeshWorkload workload : selected) {
      List<ContainerPort> declared = LinkerdServers.declared(workload);
      if (declared.isEmpty() || !mesh.linkerd().servers().hasKnownPorts(workload)) {
        return false;
      }
      for (ContainerPort candidate : declared) {
        Text name = candidate.name();
        Integer number = candidate.containerPort();
        if ((name != null && name.value().equals(port.value()))
            || (number != null && number.equals(port.integer()))) {
          return false;
        }
      }
    }
    return true;
  }

  private static void report(Text port, List<MeshWorkload> selected, Mesh mesh, Findings out) {
    MeshWorkload workload = selected.get(0);
    Integer number = port.integer();
    if (number == null) {
      Set<String> names = new LinkedHashSet<>();
      for (ContainerPort declared : LinkerdServers.declared(workload)) {
        if (declared.name() != null) {
          names.add(declared.name().value());
        }
      }
      String meant = NearMiss.suggestion(port.value(), names);
      Report report =
          out.report(
                  port,
                  "no container of %s has a port \"%s\": the Server protects nothing"
                      .formatted(workload.title(), port))
              .as("name")
              .related(workload, "the selected workload");
      report.help(
          meant != null
              ? "did you mean \"" + meant + "\"?"
              : names.isEmpty()
                  ? "its ports have no names: write the number"
                  : "its ports are called " + String.join(", ", names));
      return;
    }
    MeshPort ofService = servicePort(number, workload, mesh);
    if (ofService != null && ofService.targetPort() != null) {
      out.report(
              port,
              "port %d is that of the Service; the Server needs the pods' own, \"%s\", and protects nothing as it is"
                  .formatted(number, ofService.targetPort()))
          .as("service-port")
          .related(ofService.at(), "the Service's port")
          .fix(
              Fixes.replaceScalar(
                  "write the pods' port", false, port.node(), ofService.targetPort().value()));
    } else {
      out.report(port, "%s does not declare port %d".formatted(workload.title(), number))
          .as("undeclared");
    }
  }

  private static @Nullable MeshPort servicePort(int number, MeshWorkload workload, Mesh mesh) {
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      MeshPort port = service.port(number);
      Text target = port == null ? null : port.targetPort();
      if (target != null && !target.open() && !target.value().equals(Integer.toString(number))) {
        return port;
      }
    }
    return null;
  }
}
