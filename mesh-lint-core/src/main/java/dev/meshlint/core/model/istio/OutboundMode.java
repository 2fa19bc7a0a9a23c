package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** What happens to traffic to unknown hosts. */
public enum OutboundMode {
  /** It is passed through. */
  ALLOW_ANY,
  /** It is dropped. */
  REGISTRY_ONLY,
  /** A placeholder, or a value that is none of these. */
  UNKNOWN;

  static OutboundMode of(View view, String key) {
    return view.choice(key, values(), view.present() ? REGISTRY_ONLY : ALLOW_ANY, UNKNOWN);
  }
}
