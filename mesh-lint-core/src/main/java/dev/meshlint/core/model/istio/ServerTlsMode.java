package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** How a server secures connections. */
public enum ServerTlsMode {
  /** The backend does; the server name chooses it. */
  PASSTHROUGH,
  /** TLS without a client certificate. */
  SIMPLE,
  /** TLS with a client certificate. */
  MUTUAL,
  /** As {@code PASSTHROUGH}, with destinations taken from the server name. */
  AUTO_PASSTHROUGH,
  /** Mutual TLS with the certificates of the mesh. */
  ISTIO_MUTUAL,
  /** TLS with a client certificate that may be missing. */
  OPTIONAL_MUTUAL,
  /** A placeholder, or a value that is none of these. */
  UNKNOWN;

  static ServerTlsMode of(View view, String key) {
    return view.choice(key, values(), PASSTHROUGH, UNKNOWN);
  }
}
