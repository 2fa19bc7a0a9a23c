package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** Limits on connections and requests. */
public final class ConnectionPool extends View {
  /** Makes the view. */
  public ConnectionPool(At at) {
    super(at);
  }

  /** For every connection. */
  public TcpPool tcp() {
    return child("tcp", TcpPool::new);
  }

  /** For HTTP. */
  public HttpPool http() {
    return child("http", HttpPool::new);
  }
}
