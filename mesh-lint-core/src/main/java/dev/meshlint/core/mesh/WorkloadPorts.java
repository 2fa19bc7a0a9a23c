package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.kubernetes.Probe;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ports of pods: what their containers declare, and what Services make of them. Policies speak of these ports, never of
 * a Service's. Immutable.
 */
public final class WorkloadPorts {
  /** The ports of the proxy itself. */
  private static final int FIRST_OF_PROXY = 15000;

  private static final int LAST_OF_PROXY = 15100;

  /** The names of the ports of injected proxies. */
  private static final Set<String> ADDED_BY_INJECTORS =
      Set.of("http-envoy-prom", "linkerd-proxy", "linkerd-admin");

  private final Workloads workloads;

  WorkloadPorts(Workloads workloads) {
    this.workloads = workloads;
  }

  /**
   * A port of pods that a Service serves.
   *
   * @param number the port of the pods; null where its name leads nowhere in view
   * @param port the port of the Service
   */
  public record Served(@Nullable Integer number, MeshPort port) {
    /** What Istio takes its traffic for. */
    public PortProtocol protocol() {
      return port.protocol();
    }
  }

  /** The ports that the Services in view serve from these pods; empty where none selects them. */
  public List<Served> served(PodGroup pods) {
    List<Served> served = new ArrayList<>();
    for (MeshService service : workloads.servicesOf(pods)) {
      served.addAll(served(service));
    }
    return served;
  }

  /** The ports that a Kubernetes Service serves. */
  List<Served> served(MeshService service) {
    List<Served> served = new ArrayList<>();
    for (MeshPort port : service.ports()) {
      served.add(new Served(target(port, service), port));
    }
    return served;
  }

  private @Nullable Integer target(MeshPort port, MeshService service) {
    Text target = port.targetPort();
    if (target == null) {
      return port.number();
    }
    Integer number = target.open() ? null : target.integer();
    if (number != null || target.open()) {
      return number;
    }
    for (MeshWorkload workload : workloads.of(service).values()) {
      for (ContainerPort declared : declared(workload)) {
        Text name = declared.name();
        if (name != null && name.is(target.value())) {
          return declared.containerPort();
        }
      }
    }
    return null;
  }

  /**
   * A probe that the kubelet makes over the network.
   *
   * @param probe the probe
   * @param port the port of the pod
   */
  public record Probed(Probe probe, int port) {}

  /** The probes of a workload's containers, other than the proxy, whose ports are known. */
  public List<Probed> probed(MeshWorkload workload) {
    List<Probed> probed = new ArrayList<>();
    for (Container container :
        workload.template().map(template -> template.spec().containers()).orElse(List.of())) {
      Text name = container.name();
      if (name != null && name.value().equals("istio-proxy")) {
        continue;
      }
      for (Probe probe :
          List.of(
              container.readinessProbe(), container.livenessProbe(), container.startupProbe())) {
        Integer port = port(probe, container);
        if (port != null) {
          probed.add(new Probed(probe, port));
        }
      }
    }
    return probed;
  }

  private static @Nullable Integer port(Probe probe, Container container) {
    Text written = probe.port();
    Integer number = written == null || written.open() ? null : written.integer();
    if (written == null || number != null) {
      return number;
    }
    for (ContainerPort declared : container.ports()) {
      Text name = declared.name();
      if (name != null && name.is(written.value())) {
        return declared.containerPort();
      }
    }
    return null;
  }

  /** Whether what pods serve on their ports is encrypted. */
  public PortEncryption encryption() {
    return new PortEncryption(this);
  }

  /** Whether nothing keeps a sidecar from taking the traffic to a port. */
  public boolean isCaptured(MeshWorkload workload, int port) {
    return Capture.takes(workload, port);
  }

  private static List<ContainerPort> declared(MeshWorkload workload) {
    List<ContainerPort> all = new ArrayList<>();
    workload
        .template()
        .ifPresent(
            template -> {
              for (Container container : template.containers()) {
                all.addAll(container.ports());
              }
            });
    return all;
  }

  /**
   * Whether one of these workloads declares a port of this name, whose case does not count.
   *
   * @param selected workloads in view
   * @param name the port's name
   * @return absent as a near miss where they declare a name that was plainly meant; in view where all of them are known
   */
  public Answer<String> named(List<MeshWorkload> selected, String name) {
    boolean known = !selected.isEmpty();
    Set<String> names = new LinkedHashSet<>();
    for (MeshWorkload workload : selected) {
      known &= workload.template().isPresent() && !workload.hasOpenLabels();
      for (ContainerPort port : declared(workload)) {
        Text declared = port.name();
        if (declared == null) {
          continue;
        }
        if (declared.open() || declared.value().equalsIgnoreCase(name)) {
          return Answer.found(name);
        }
        names.add(declared.value());
      }
    }
    if (!known) {
      return new Unknown<>(Why.NOT_IN_VIEW);
    }
    String near = NearMiss.nearest(name, names);
    return near != null
        ? new Absent<>(Evidence.NEAR_MISS, List.of(selected.get(0)), near)
        : new Absent<>(Evidence.IN_VIEW, List.of(selected.get(0)), null);
  }

  /**
   * Whether a workload behind a Service declares the port that one of the Service's ports names as its target.
   *
   * @param service the Service
   * @param port one of its ports
   * @return found too where the target is a number, which pods need not declare; absent with evidence {@code SAME_OBJECT}
   *     where every workload that may be behind the Service is known and none declares the name
   */
  public Answer<String> target(Service service, ServicePort port) {
    Text target = port.targetPort();
    if (target == null || target.integer() != null) {
      return Answer.found("");
    }
    Selector selector = Selector.of(service.selector());
    if (target.open()
        || selector.isEmpty()
        || selector.open()
        || ADDED_BY_INJECTORS.contains(target.value())) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    Resource from = service.resource();
    List<MeshWorkload> selected = new ArrayList<>();
    boolean certain = false;
    for (MeshWorkload workload : workloads.everywhere(selector)) {
      Same same = workload.namespace().same(from.namespace());
      if (workload.resource().group().equals("serving.knative.dev")) {
        return new Unknown<>(Why.DECLARED_ELSEWHERE);
      }
      if (same != Same.NO) {
        selected.add(workload);
        certain |= same == Same.YES && workloads.isNear(workload, from);
      }
    }
    Answer<String> answer = named(selected, target.value());
    if (!certain && !answer.isFound()) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    return answer instanceof Absent<String> absent && absent.evidence() == Evidence.IN_VIEW
        ? new Absent<>(Evidence.SAME_OBJECT, List.copyOf(selected), null)
        : answer;
  }

  /**
   * Whether one of these workloads has a port.
   *
   * @param selected workloads in view
   * @param number the port's number
   * @return absent with evidence {@code SAME_OBJECT} and the port of the pods where the number is that of a Service's port;
   *     in view where every one of them declares ports but not this one, which they may open all the same
   */
  public Answer<Integer> find(List<MeshWorkload> selected, int number) {
    if (number >= FIRST_OF_PROXY && number < LAST_OF_PROXY) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    boolean known = !selected.isEmpty();
    Set<Served> served = new LinkedHashSet<>();
    for (MeshWorkload workload : selected) {
      boolean declares = false;
      for (ContainerPort port : declared(workload)) {
        Integer declared = port.containerPort();
        if (Objects.equals(declared, number)) {
          return Answer.found(number);
        }
        declares |= declared != null;
      }
      known &= declares && !workload.hasOpenLabels();
      served.addAll(served(PodGroup.of(workload)));
    }
    for (Served port : served) {
      if (port.number() == null || port.number() == number) {
        return new Unknown<>(Why.DECLARED_ELSEWHERE);
      }
    }
    if (!known) {
      return new Unknown<>(Why.NOT_IN_VIEW);
    }
    for (Served port : served) {
      if (Objects.equals(port.port().number(), number)) {
        return new Absent<>(
            Evidence.SAME_OBJECT, List.of(port.port().at()), String.valueOf(port.number()));
      }
    }
    return new Absent<>(Evidence.IN_VIEW, List.of(), null);
  }
}
