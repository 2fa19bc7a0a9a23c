package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** When an endpoint is left out for a while. */
public final class OutlierDetection extends View {
  /** Makes the view. */
  public OutlierDetection(At at) {
    super(at);
  }

  /** Deprecated: see {@link #consecutiveGatewayErrors} and {@link #consecutive5xxErrors}. */
  public @Nullable Integer consecutiveErrors() {
    return integer("consecutiveErrors");
  }

  /** How many 5xx answers in a row; absent means 5, 0 switches it off. */
  public @Nullable Integer consecutive5xxErrors() {
    return integer("consecutive5xxErrors");
  }

  /** How many 502, 503 and 504 answers in a row; absent or 0 switches it off. */
  public @Nullable Integer consecutiveGatewayErrors() {
    return integer("consecutiveGatewayErrors");
  }

  /** How many failures of the client's own making in a row. */
  public @Nullable Integer consecutiveLocalOriginFailures() {
    return integer("consecutiveLocalOriginFailures");
  }

  /** Whether local failures are counted apart. */
  public @Nullable Boolean splitExternalLocalOriginErrors() {
    return flag("splitExternalLocalOriginErrors");
  }

  /** The time between two looks; a Go duration. Absent means 10 s. */
  public @Nullable Text interval() {
    return text("interval");
  }

  /** The shortest time out; a Go duration. Absent means 30 s. */
  public @Nullable Text baseEjectionTime() {
    return text("baseEjectionTime");
  }

  /** The share of endpoints that may be out; absent means 10. */
  public @Nullable Integer maxEjectionPercent() {
    return integer("maxEjectionPercent");
  }

  /** The share that must be healthy, or else nothing is left out. */
  public @Nullable Integer minHealthPercent() {
    return integer("minHealthPercent");
  }
}
