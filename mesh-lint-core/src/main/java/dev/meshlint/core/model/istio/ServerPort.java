package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** The port of a Gateway's server, a ServiceEntry or a Sidecar's listener. */
public final class ServerPort extends View {
  /** Makes the view. */
  public ServerPort(At at) {
    super(at);
  }

  /** The number. */
  public @Nullable Integer number() {
    return integer("number");
  }

  /** The name. */
  public @Nullable Text name() {
    return name("name");
  }

  /**
   * The protocol, in any case: {@code HTTP}, {@code HTTPS}, {@code GRPC}, {@code HTTP2},
   * {@code MONGO}, {@code TCP}, {@code TLS} …
   */
  public @Nullable Text protocol() {
    return text("protocol");
  }

  /** The endpoints' port, where it is another one. */
  public @Nullable Integer targetPort() {
    return integer("targetPort");
  }
}
