package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Where to go when a region fails. */
public final class LocalityFailover extends View {
  /** Makes the view. */
  public LocalityFailover(At at) {
    super(at);
  }

  /** The region. */
  public @Nullable Text from() {
    return name("from");
  }

  /** The other region. */
  public @Nullable Text to() {
    return name("to");
  }
}
