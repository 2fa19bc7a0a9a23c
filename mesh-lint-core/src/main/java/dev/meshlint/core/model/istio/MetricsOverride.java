package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change to a metric. */
public final class MetricsOverride extends View {
  /** Makes the view. */
  public MetricsOverride(At at) {
    super(at);
  }

  /** Whether it is left out. */
  public @Nullable Boolean disabled() {
    return flag("disabled");
  }

  /** Changes to its labels, by name. */
  public List<Named<TagOverride>> tagOverrides() {
    return map("tagOverrides", TagOverride::new);
  }

  /** The metric ({@code match.metric}), of the standard ones. */
  public @Nullable Text metric() {
    return child("match").text("metric");
  }

  /** The metric ({@code match.customMetric}), of the user's own. */
  public @Nullable Text customMetric() {
    return child("match").text("customMetric");
  }

  /** For which side it holds ({@code match.mode}): {@code CLIENT}, {@code SERVER} or both. */
  public @Nullable Text mode() {
    return child("match").text("mode");
  }
}
