package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTPLocalRateLimitPolicy of {@code policy.linkerd.io}. */
public final class HTTPLocalRateLimitPolicy extends ResourceView {
  /** Makes the view. */
  public HTTPLocalRateLimitPolicy(At at) {
    super(at);
  }

  /** The Server. */
  public Reference targetRef() {
    return spec().child("targetRef", Reference::new);
  }

  /** Limits for single clients. */
  public List<RateLimitOverride> overrides() {
    return spec().list("overrides", RateLimitOverride::new);
  }

  /** Requests a second for all clients ({@code total.requestsPerSecond}). */
  public @Nullable Text total() {
    return spec().child("total").text("requestsPerSecond");
  }

  /** Requests a second for each client ({@code identity.requestsPerSecond}). */
  public @Nullable Text identity() {
    return spec().child("identity").text("requestsPerSecond");
  }
}
