package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.WorkloadPorts.Probed;
import dev.meshlint.core.mesh.WorkloadPorts.Served;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether what pods serve on a port is encrypted, as far as the names of their ports, the Services in front of them and
 * their probes tell.
 */
public final class PortEncryption {
  private static final List<String> ENCRYPTED = List.of("https", "tls");
  private static final List<String> PLAIN = List.of("http", "http2", "grpc", "h2c");

  private final WorkloadPorts ports;

  PortEncryption(WorkloadPorts ports) {
    this.ports = ports;
  }

  /**
   * What a name of a port says: {@code https-api} is encrypted, {@code http-api} is not.
   *
   * @param name a name of a port or of a protocol
   */
  public static Same of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int end = lower.indexOf('-');
    String first = end < 0 ? lower : lower.substring(0, end);
    return ENCRYPTED.contains(first) ? Same.YES : PLAIN.contains(first) ? Same.NO : Same.MAYBE;
  }

  /**
   * What the pods in view say about a port of theirs.
   *
   * @param pods the workloads
   * @param port the number or the name of the port
   * @return no where one of them says that it is plain; yes where all that say something say that it is encrypted
   */
  public Same of(List<MeshWorkload> pods, Text port) {
    Same answer = Same.MAYBE;
    for (MeshWorkload pod : pods) {
      Same one = of(pod, port);
      if (one == Same.NO) {
        return Same.NO;
      }
      answer = one == Same.YES ? Same.YES : answer;
    }
    return answer;
  }

  private Same of(MeshWorkload pod, Text port) {
    Integer number = port.integer();
    Same declared = Same.MAYBE;
    for (ContainerPort one :
        pod.template().stream()
            .flatMap(template -> template.containers().stream())
            .map(Container::ports)
            .flatMap(List::stream)
            .toList()) {
      Text name = one.name();
      boolean named = name != null && name.is(port.value());
      if (named || (number != null && Objects.equals(one.containerPort(), number))) {
        number = one.containerPort();
        declared = either(declared, name == null ? Same.MAYBE : of(name.value()));
      }
    }
    for (Served served : ports.served(PodGroup.of(pod))) {
      if (number != null && Objects.equals(served.number(), number)) {
        declared = either(declared, of(served.protocol().name()));
        declared = either(declared, named(served.port().name()));
      }
    }
    for (Probed probed : ports.probed(pod)) {
      if (number != null && probed.port() == number && probed.probe().httpGet().present()) {
        Text scheme = probed.probe().httpGet().text("scheme");
        declared = either(declared, scheme == null ? Same.NO : of(scheme.value()));
      }
    }
    return declared;
  }

  private static Same named(@Nullable Text name) {
    return name == null || name.open() ? Same.MAYBE : of(name.value());
  }

  private static Same either(Same one, Same other) {
    return one == Same.NO || other == Same.NO ? Same.NO : one == Same.YES ? one : other;
  }
}
