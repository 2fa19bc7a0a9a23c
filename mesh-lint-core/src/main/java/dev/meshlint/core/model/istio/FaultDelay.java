package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Requests that are delayed. */
public final class FaultDelay extends View {
  /** Makes the view. */
  public FaultDelay(At at) {
    super(at);
  }

  /** How long; a Go duration. */
  public @Nullable Text fixedDelay() {
    return text("fixedDelay");
  }

  /** Not implemented by the mesh. */
  public @Nullable Text exponentialDelay() {
    return text("exponentialDelay");
  }

  /** The share in whole percent; deprecated. */
  public @Nullable Integer percent() {
    return integer("percent");
  }

  /** The share in percent ({@code percentage.value}). */
  public @Nullable Text percentage() {
    return child("percentage").text("value");
  }
}
