package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A port of an ExternalWorkload. */
public final class ExternalPort extends View {
  /** Makes the view. */
  public ExternalPort(At at) {
    super(at);
  }

  /** The name. */
  public @Nullable Text name() {
    return text("name");
  }

  /** The number. */
  public @Nullable Integer port() {
    return integer("port");
  }

  /** {@code TCP} or {@code UDP}; absent means {@code TCP}. */
  public @Nullable Text protocol() {
    return text("protocol");
  }
}
