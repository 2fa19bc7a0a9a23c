package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.View;
import java.util.List;

/** What may be said on a port: one protocol only. */
public final class L7Rules extends View {
  /** Makes the view. */
  public L7Rules(At at) {
    super(at);
  }

  /** HTTP requests, one of which must match. */
  public List<HttpRule> http() {
    return list("http", HttpRule::new);
  }

  /** DNS names that may be asked for. */
  public List<FqdnSelector> dns() {
    return list("dns", FqdnSelector::new);
  }

  /** Kafka requests; no longer read by current releases. */
  public List<View> kafka() {
    return list("kafka");
  }
}
