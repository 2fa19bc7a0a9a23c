package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Limits on requests. */
public final class HttpPool extends View {
  /** Makes the view. */
  public HttpPool(At at) {
    super(at);
  }

  /** How many requests may wait for a connection; absent means no limit. */
  public @Nullable Integer http1MaxPendingRequests() {
    return integer("http1MaxPendingRequests");
  }

  /** How many requests may be under way; absent means no limit. */
  public @Nullable Integer http2MaxRequests() {
    return integer("http2MaxRequests");
  }

  /** How many requests a connection serves; absent or 0 means no limit. */
  public @Nullable Integer maxRequestsPerConnection() {
    return integer("maxRequestsPerConnection");
  }

  /** How many retries may be under way; absent means no limit. */
  public @Nullable Integer maxRetries() {
    return integer("maxRetries");
  }

  /** How long a connection may be idle; a Go duration. */
  public @Nullable Text idleTimeout() {
    return text("idleTimeout");
  }

  /** Whether HTTP/1.1 is upgraded: {@code DEFAULT}, {@code DO_NOT_UPGRADE} or {@code UPGRADE}. */
  public @Nullable Text h2UpgradePolicy() {
    return text("h2UpgradePolicy");
  }

  /** Whether the client's protocol is kept. */
  public @Nullable Boolean useClientProtocol() {
    return flag("useClientProtocol");
  }

  /** How many streams a connection carries. */
  public @Nullable Integer maxConcurrentStreams() {
    return integer("maxConcurrentStreams");
  }

  /** Pings on idle connections: {@code interval}, {@code timeout}. */
  public View http2KeepAlive() {
    return child("http2KeepAlive");
  }
}
