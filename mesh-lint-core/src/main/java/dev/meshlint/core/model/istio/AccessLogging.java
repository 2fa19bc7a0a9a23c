package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings for access logs. */
public final class AccessLogging extends View {
  /** Makes the view. */
  public AccessLogging(At at) {
    super(at);
  }

  /** Whether nothing is logged. */
  public @Nullable Boolean disabled() {
    return flag("disabled");
  }

  /** For which side it holds ({@code match.mode}): {@code CLIENT}, {@code SERVER} or both. */
  public @Nullable Text mode() {
    return child("match").text("mode");
  }

  /** The CEL expression that decides what is logged ({@code filter.expression}). */
  public @Nullable Text filter() {
    return child("filter").raw("expression");
  }

  /** The providers, by name. */
  public List<Text> providers() {
    return Providers.names(this);
  }
}
