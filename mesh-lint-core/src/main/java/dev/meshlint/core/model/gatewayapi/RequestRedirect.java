package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** An answer that sends the client elsewhere. */
public final class RequestRedirect extends View {
  /** Makes the view. */
  public RequestRedirect(At at) {
    super(at);
  }

  /** The new scheme. */
  public @Nullable Text scheme() {
    return text("scheme");
  }

  /** The new host. */
  public @Nullable Text hostname() {
    return name("hostname");
  }

  /** The new path. */
  public PathModifier path() {
    return child("path", PathModifier::new);
  }

  /** The new port. */
  public @Nullable Integer port() {
    return integer("port");
  }

  /** The status; absent means 302. */
  public @Nullable Integer statusCode() {
    return integer("statusCode");
  }
}
