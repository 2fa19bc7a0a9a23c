package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Changes to host and path. */
public final class UrlRewrite extends View {
  /** Makes the view. */
  public UrlRewrite(At at) {
    super(at);
  }

  /** The new host. */
  public @Nullable Text hostname() {
    return name("hostname");
  }

  /** The new path. */
  public PathModifier path() {
    return child("path", PathModifier::new);
  }
}
