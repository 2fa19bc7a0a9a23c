package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A port that a container declares. */
public final class ContainerPort extends View {
  /** Makes the view. */
  public ContainerPort(At at) {
    super(at);
  }

  /** The name that services and policies may use. */
  public @Nullable Text name() {
    return text("name");
  }

  /** The number. */
  public @Nullable Integer containerPort() {
    return integer("containerPort");
  }

  /** {@code TCP}, {@code UDP} or {@code SCTP}; absent means {@code TCP}. */
  public @Nullable Text protocol() {
    return text("protocol");
  }

  /** The number on the node. */
  public @Nullable Integer hostPort() {
    return integer("hostPort");
  }
}
