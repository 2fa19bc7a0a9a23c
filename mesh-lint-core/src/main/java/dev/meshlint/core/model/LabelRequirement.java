package dev.meshlint.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the {@code matchExpressions} of a label selector. */
public final class LabelRequirement extends View {
  /** Makes the view. */
  public LabelRequirement(At at) {
    super(at);
  }

  /** The label's key. */
  public @Nullable Text key() {
    return text("key");
  }

  /** {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}. */
  public @Nullable Text operator() {
    return text("operator");
  }

  /** The values; empty for {@code Exists} and {@code DoesNotExist}. */
  public List<Text> values() {
    return texts("values");
  }
}
