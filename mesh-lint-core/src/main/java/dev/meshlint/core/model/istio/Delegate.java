package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** The VirtualService to which a route is delegated. */
public final class Delegate extends View {
  /** Makes the view. */
  public Delegate(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return name("name");
  }

  /** Its namespace; null for that of the delegating resource. */
  public @Nullable Text namespace() {
    return name("namespace");
  }
}
