package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings for traces. */
public final class Tracing extends View {
  /** Makes the view. */
  public Tracing(At at) {
    super(at);
  }

  /** The share of requests that are traced. */
  public @Nullable Text randomSamplingPercentage() {
    return text("randomSamplingPercentage");
  }

  /** Whether spans are kept back. */
  public @Nullable Boolean disableSpanReporting() {
    return flag("disableSpanReporting");
  }

  /** Whether the request id decides on sampling. */
  public @Nullable Boolean useRequestIdForTraceSampling() {
    return flag("useRequestIdForTraceSampling");
  }

  /** Further tags, by name. */
  public List<Named<CustomTag>> customTags() {
    return map("customTags", CustomTag::new);
  }

  /** For which side it holds ({@code match.mode}): {@code CLIENT}, {@code SERVER} or both. */
  public @Nullable Text mode() {
    return child("match").text("mode");
  }

  /** The providers, by name; only the first is used. */
  public List<Text> providers() {
    return Providers.names(this);
  }
}
