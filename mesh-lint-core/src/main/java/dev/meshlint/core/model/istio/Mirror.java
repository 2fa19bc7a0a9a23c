package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A destination that gets a copy of the requests. */
public final class Mirror extends View {
  /** Makes the view. */
  public Mirror(At at) {
    super(at);
  }

  /** Where the copy is sent. */
  public Destination destination() {
    return child("destination", Destination::new);
  }

  /** The share of requests in percent; null for all. */
  public @Nullable Text percentage() {
    return child("percentage").text("value");
  }
}
