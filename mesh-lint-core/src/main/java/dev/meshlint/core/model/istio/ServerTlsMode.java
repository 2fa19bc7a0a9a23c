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

  /** Whether the gateway passes the encrypted bytes on. */
  public boolean passesThrough() {
    return this == PASSTHROUGH || this == AUTO_PASSTHROUGH;
  }

  /** Whether the server needs a certificate of its own. */
  public boolean needsCertificate() {
    return this == SIMPLE || this == MUTUAL || this == OPTIONAL_MUTUAL;
  }

  /** Whether the server needs the authorities of its clients' certificates. */
  public boolean needsAuthority() {
    return this == MUTUAL || this == OPTIONAL_MUTUAL;
  }

  static ServerTlsMode of(View view, String key) {
    return view.choice(key, values(), PASSTHROUGH, UNKNOWN);
  }
}
