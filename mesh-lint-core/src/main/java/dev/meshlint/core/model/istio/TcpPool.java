package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Limits on connections. */
public final class TcpPool extends View {
  /** Makes the view. */
  public TcpPool(At at) {
    super(at);
  }

  /** How many connections to a host; absent means no limit. */
  public @Nullable Integer maxConnections() {
    return integer("maxConnections");
  }

  /** How long connecting may take; a Go duration. Absent means 10 s. */
  public @Nullable Text connectTimeout() {
    return text("connectTimeout");
  }

  /** How long a connection may be idle; a Go duration. */
  public @Nullable Text idleTimeout() {
    return text("idleTimeout");
  }

  /** How long a connection may live; a Go duration. */
  public @Nullable Text maxConnectionDuration() {
    return text("maxConnectionDuration");
  }

  /** Probes on idle connections: {@code probes}, {@code time}, {@code interval}. */
  public View tcpKeepalive() {
    return child("tcpKeepalive");
  }
}
