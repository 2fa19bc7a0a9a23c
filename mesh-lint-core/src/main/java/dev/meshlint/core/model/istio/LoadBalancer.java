package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** How an endpoint is chosen. */
public final class LoadBalancer extends View {
  /** Makes the view. */
  public LoadBalancer(At at) {
    super(at);
  }

  /**
   * The algorithm: {@code LEAST_REQUEST}, {@code ROUND_ROBIN}, {@code RANDOM}, {@code PASSTHROUGH}.
   */
  public @Nullable Text simple() {
    return text("simple");
  }

  /** Affinity by a hash. */
  public ConsistentHash consistentHash() {
    return child("consistentHash", ConsistentHash::new);
  }

  /** Preference for near zones, in its newer form; the fields are those of the older one. */
  public LocalitySetting zoneAwareLbSetting() {
    return child("zoneAwareLbSetting", LocalitySetting::new);
  }

  /** Preference for near endpoints. */
  public LocalitySetting localityLbSetting() {
    return child("localityLbSetting", LocalitySetting::new);
  }

  /** Deprecated: see {@link #warmup}. */
  public @Nullable Text warmupDurationSecs() {
    return text("warmupDurationSecs");
  }

  /**
   * More and more traffic for new endpoints: {@code duration}, {@code aggression},
   * {@code minimumPercent}.
   */
  public View warmup() {
    return child("warmup");
  }
}
