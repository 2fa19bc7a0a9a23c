package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Where traffic is sent: {@code destination}, or {@code mirror} itself. */
public final class Destination extends View {
  /** Makes the view. */
  public Destination(At at) {
    super(at);
  }

  /**
   * The host, short or fully qualified; short ones are completed with the VirtualService's
   * namespace.
   */
  public @Nullable Text host() {
    return name("host");
  }

  /** The subset, defined by a DestinationRule for the host. */
  public @Nullable Text subset() {
    return name("subset");
  }

  /** The port's number ({@code port.number}); null where the service has to have one port only. */
  public @Nullable Integer port() {
    return child("port").integer("number");
  }

  /** The port as it is written ({@code port.number}). */
  public @Nullable Text portNumber() {
    return child("port").text("number");
  }
}
