package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A variable of a container's environment. */
public final class EnvironmentVariable extends View {
  /** Makes the view. */
  public EnvironmentVariable(At at) {
    super(at);
  }

  /** The name. */
  public @Nullable Text name() {
    return text("name");
  }

  /** The value as written; null where it comes from elsewhere. */
  public @Nullable Text value() {
    return raw("value");
  }

  /** Where the value comes from. */
  public View valueFrom() {
    return child("valueFrom");
  }
}
