package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** What workloads listen on. */
public final class IngressListener extends View {
  /** Makes the view. */
  public IngressListener(At at) {
    super(at);
  }

  /** The port. */
  public ServerPort port() {
    return child("port", ServerPort::new);
  }

  /** The address. */
  public @Nullable Text bind() {
    return text("bind");
  }

  /** How traffic gets here: {@code DEFAULT}, {@code IPTABLES} or {@code NONE}. */
  public @Nullable Text captureMode() {
    return text("captureMode");
  }

  /** Where traffic is passed on: an address and a port, or {@code unix://} and a path. */
  public @Nullable Text defaultEndpoint() {
    return name("defaultEndpoint");
  }

  /** How connections are secured. */
  public ServerTls tls() {
    return child("tls", ServerTls::new);
  }

  /** Limits on connections. */
  public ConnectionPool connectionPool() {
    return child("connectionPool", ConnectionPool::new);
  }
}
