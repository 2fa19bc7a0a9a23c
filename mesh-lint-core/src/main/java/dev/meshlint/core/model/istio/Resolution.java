package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** How the endpoints of a service are found. */
public enum Resolution {
  /** Connections go to the address that the client chose. */
  NONE,
  /** The endpoints are written. */
  STATIC,
  /** By DNS, all addresses. */
  DNS,
  /** By DNS, the first address. */
  DNS_ROUND_ROBIN,
  /** By DNS for the name that the client asks for. */
  DYNAMIC_DNS,
  /** A placeholder, or a value that is none of these. */
  UNKNOWN;

  static Resolution of(View view, String key) {
    return view.choice(key, values(), NONE, UNKNOWN);
  }
}
