package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A range of statuses. */
public final class StatusRange extends View {
  /** Makes the view. */
  public StatusRange(At at) {
    super(at);
  }

  /** The lowest status. */
  public @Nullable Integer min() {
    return integer("min");
  }

  /** The highest status. */
  public @Nullable Integer max() {
    return integer("max");
  }
}
