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

  /** The subset, defined by a DestinationRule for the host; null where none is named, an empty name included. */
  public @Nullable Text subset() {
    Text subset = name("subset");
    return subset == null || subset.value().isEmpty() ? null : subset;
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
