package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.kubernetes.PodSpec;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * On which ports clients reach a gateway's proxy: a server's port is the port of a Service of the proxy, or else what the
 * proxy itself listens on, which is then the target port of a Service.
 *
 * @param services the Services that select the proxy
 * @param ports the numbers of their ports and target ports
 * @param targets on which port the proxy listens for a port of a Service
 */
public record ExposedPorts(
    List<MeshService> services, Set<Integer> ports, Map<Integer, Integer> targets) {
  /** Says on a Service that the servers of gateways are written with the ports of the proxy. */
  private static final String UNTRANSLATED =
      "experimental.istio.io/disable-gateway-port-translation";

  /** The exposed ports of a workload; null where the files do not tell all of them. */
  static @Nullable ExposedPorts of(MeshWorkload workload, Workloads workloads) {
    PodTemplate template = workload.template().orElse(null);
    List<MeshService> services = new ArrayList<>();
    Set<Integer> ports = new TreeSet<>();
    Map<Integer, Integer> targets = new HashMap<>();
    for (MeshService service : workloads.maybeServicesOf(workload)) {
      if (!service.hasKnownPorts() || template == null) {
        return null;
      }
      services.add(service);
      for (MeshPort port : service.ports()) {
        Integer number = port.number();
        Integer target = target(port, template.spec());
        if (number == null || target == null) {
          return null;
        }
        ports.add(number);
        ports.add(target);
        if (isTranslated(service)) {
          targets.putIfAbsent(number, target);
        }
      }
    }
    if (services.isEmpty() || template == null || opensNodePorts(template.spec())) {
      return null;
    }
    return new ExposedPorts(services, ports, targets);
  }

  private static boolean isTranslated(MeshService service) {
    Service kubernetes = service.kubernetes();
    return kubernetes == null || kubernetes.metadata().label(UNTRANSLATED) == null;
  }

  private static @Nullable Integer target(MeshPort port, PodSpec pod) {
    Text target = port.targetPort();
    if (target == null) {
      return port.number();
    }
    Integer number = target.open() ? null : target.integer();
    if (number != null || target.open()) {
      return number;
    }
    for (Container container : pod.containers()) {
      for (ContainerPort declared : container.ports()) {
        Text name = declared.name();
        if (name != null && name.is(target.value())) {
          return declared.containerPort();
        }
      }
    }
    return null;
  }

  private static boolean opensNodePorts(PodSpec pod) {
    boolean opens = pod.isOpen("hostNetwork") || Boolean.TRUE.equals(pod.hostNetwork());
    for (Container container : pod.containers()) {
      for (ContainerPort port : container.ports()) {
        opens |= port.hostPort() != null;
      }
    }
    return opens;
  }
}
