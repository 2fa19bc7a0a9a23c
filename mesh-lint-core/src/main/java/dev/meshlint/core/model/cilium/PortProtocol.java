package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** One port. */
public final class PortProtocol extends View {
  /** Makes the view. */
  public PortProtocol(At at) {
    super(at);
  }

  /** The number or the name of the containers' port, as text; {@code 0} for all. */
  public @Nullable Text port() {
    return text("port");
  }

  /** The end of a range. */
  public @Nullable Integer endPort() {
    return integer("endPort");
  }

  /** {@code TCP}, {@code UDP}, {@code SCTP}, {@code ANY} …; absent means {@code ANY}. */
  public @Nullable Text protocol() {
    return text("protocol");
  }
}
