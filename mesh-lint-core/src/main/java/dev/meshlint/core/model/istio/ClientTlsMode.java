package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** How a client secures connections. */
public enum ClientTlsMode {
  /** Not at all. */
  DISABLE,
  /** TLS without a client certificate. */
  SIMPLE,
  /** TLS with a client certificate of the user. */
  MUTUAL,
  /** Mutual TLS with the certificates of the mesh. */
  ISTIO_MUTUAL,
  /** A placeholder, or a value that is none of these. */
  UNKNOWN;

  static ClientTlsMode of(View view, String key) {
    return view.choice(key, values(), DISABLE, UNKNOWN);
  }
}
