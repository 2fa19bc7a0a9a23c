package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A port of a Service. */
public final class ServicePort extends View {
  /** Makes the view. */
  public ServicePort(At at) {
    super(at);
  }

  /**
   * The name, whose part before the first {@code -} may tell the protocol; may be absent for a
   * single port.
   */
  public @Nullable Text name() {
    return text("name");
  }

  /** The number that clients use. */
  public @Nullable Integer port() {
    return integer("port");
  }

  /** The number or the name of the pods' port; absent means the same number. */
  public @Nullable Text targetPort() {
    return text("targetPort");
  }

  /** {@code TCP}, {@code UDP} or {@code SCTP}; absent means {@code TCP}. */
  public @Nullable Text protocol() {
    return text("protocol");
  }

  /** The application's protocol; wins over the name. */
  public @Nullable Text appProtocol() {
    return text("appProtocol");
  }

  /** The number on every node. */
  public @Nullable Integer nodePort() {
    return integer("nodePort");
  }
}
