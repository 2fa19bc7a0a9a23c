package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A change to a label of a metric. */
public final class TagOverride extends View {
  /** Makes the view. */
  public TagOverride(At at) {
    super(at);
  }

  /** {@code UPSERT} or {@code REMOVE}; absent means {@code UPSERT}. */
  public @Nullable Text operation() {
    return text("operation");
  }

  /** The expression that gives the value. */
  public @Nullable Text value() {
    return raw("value");
  }
}
