package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings for metrics. */
public final class Metrics extends View {
  /** Makes the view. */
  public Metrics(At at) {
    super(at);
  }

  /** Changes to single metrics, in order. */
  public List<MetricsOverride> overrides() {
    return list("overrides", MetricsOverride::new);
  }

  /** How often metrics are sent; a Go duration. */
  public @Nullable Text reportingInterval() {
    return text("reportingInterval");
  }

  /** The providers, by name. */
  public List<Text> providers() {
    return Providers.names(this);
  }
}
