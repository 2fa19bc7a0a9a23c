package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.value.PortProtocol;
import org.jspecify.annotations.Nullable;

/**
 * A port of a Service or ServiceEntry.
 *
 * @param at where it is declared
 * @param number its number; null where it cannot be known
 * @param name its name; null if it has none
 * @param protocol what Istio takes its traffic for
 * @param targetPort the port of the pods, a number or a name; null if it is the same
 */
public record MeshPort(
    Located at,
    @Nullable Integer number,
    @Nullable Text name,
    PortProtocol protocol,
    @Nullable Text targetPort) {
  /** Reads a port of a Kubernetes Service. */
  public static MeshPort of(ServicePort port) {
    Integer number = port.port();
    PortProtocol protocol =
        PortProtocol.ofServicePort(
            text(port.appProtocol()),
            text(port.name()),
            number == null ? 0 : number,
            text(port.protocol()));
    return new MeshPort(port, number, port.name(), protocol, port.targetPort());
  }

  private static @Nullable String text(@Nullable Text text) {
    return text == null ? null : text.value();
  }
}
