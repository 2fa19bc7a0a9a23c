package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A listener of a Gateway or a ListenerSet. */
public final class Listener extends View {
  /** Makes the view. */
  public Listener(At at) {
    super(at);
  }

  /** Its name, which routes use as {@code sectionName}. */
  public @Nullable Text name() {
    return name("name");
  }

  /** The host it serves, with {@code *} as first label; null for all. */
  public @Nullable Text hostname() {
    return name("hostname");
  }

  /** The port. */
  public @Nullable Integer port() {
    return integer("port");
  }

  /**
   * {@code HTTP}, {@code HTTPS}, {@code TLS}, {@code TCP}, {@code UDP} or one of an
   * implementation.
   */
  public @Nullable Text protocol() {
    return text("protocol");
  }

  /** The certificates. */
  public ListenerTls tls() {
    return child("tls", ListenerTls::new);
  }

  /** The routes that may attach. */
  public AllowedRoutes allowedRoutes() {
    return child("allowedRoutes", AllowedRoutes::new);
  }
}
