package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** An answer that sends the client elsewhere. */
public final class Redirect extends View {
  /** Makes the view. */
  public Redirect(At at) {
    super(at);
  }

  /** The new path. */
  public @Nullable Text uri() {
    return text("uri");
  }

  /** The new host. */
  public @Nullable Text authority() {
    return name("authority");
  }

  /** The new port. */
  public @Nullable Integer port() {
    return integer("port");
  }

  /** How the new port is found: {@code FROM_PROTOCOL_DEFAULT} or {@code FROM_REQUEST_PORT}. */
  public @Nullable Text derivePort() {
    return text("derivePort");
  }

  /** The new scheme. */
  public @Nullable Text scheme() {
    return text("scheme");
  }

  /** The status; absent means 301. */
  public @Nullable Integer redirectCode() {
    return integer("redirectCode");
  }

  /** What replaces the prefix that matched. */
  public @Nullable Text prefixRewrite() {
    return text("prefixRewrite");
  }
}
