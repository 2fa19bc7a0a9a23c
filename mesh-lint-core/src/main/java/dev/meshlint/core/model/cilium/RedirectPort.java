package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A port of a local redirect. */
public final class RedirectPort extends View {
  /** Makes the view. */
  public RedirectPort(At at) {
    super(at);
  }

  /** The name, by which ports of both sides are paired. */
  public @Nullable Text name() {
    return text("name");
  }

  /** The number. */
  public @Nullable Text port() {
    return text("port");
  }

  /** {@code TCP} or {@code UDP}. */
  public @Nullable Text protocol() {
    return text("protocol");
  }
}
