package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** When a failed request is tried again. */
public final class Retries extends View {
  /** Makes the view. */
  public Retries(At at) {
    super(at);
  }

  /** How many further attempts; 0 switches retries off. */
  public @Nullable Integer attempts() {
    return integer("attempts");
  }

  /** How long one attempt may take; a Go duration. */
  public @Nullable Text perTryTimeout() {
    return text("perTryTimeout");
  }

  /** The conditions, separated by commas. */
  public @Nullable Text retryOn() {
    return text("retryOn");
  }

  /** Whether other localities may be tried. */
  public @Nullable Boolean retryRemoteLocalities() {
    return flag("retryRemoteLocalities");
  }

  /** Whether endpoints that failed are left out. */
  public @Nullable Boolean retryIgnorePreviousHosts() {
    return flag("retryIgnorePreviousHosts");
  }

  /** The pause before the next attempt; a Go duration. */
  public @Nullable Text backoff() {
    return text("backoff");
  }
}
