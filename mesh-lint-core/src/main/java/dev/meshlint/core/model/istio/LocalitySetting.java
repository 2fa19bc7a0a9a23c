package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Preference for near endpoints. */
public final class LocalitySetting extends View {
  /** Makes the view. */
  public LocalitySetting(At at) {
    super(at);
  }

  /** Whether it applies; absent means as for the mesh. */
  public @Nullable Boolean enabled() {
    return flag("enabled");
  }

  /** Shares by locality. */
  public List<LocalityDistribution> distribute() {
    return list("distribute", LocalityDistribution::new);
  }

  /** Where to go when a region fails. */
  public List<LocalityFailover> failover() {
    return list("failover", LocalityFailover::new);
  }

  /** Labels by which near is told from far, most important first. */
  public List<Text> failoverPriority() {
    return texts("failoverPriority");
  }
}
