package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** What happens to requests that match. */
public enum AuthorizationAction {
  /** They are allowed, and others are not unless another policy does. */
  ALLOW,
  /** They are denied. */
  DENY,
  /** They are audited. */
  AUDIT,
  /** A provider decides. */
  CUSTOM,
  /** A placeholder, or a value that is none of these. */
  UNKNOWN;

  static AuthorizationAction of(View view, String key) {
    return view.choice(key, values(), ALLOW, UNKNOWN);
  }
}
