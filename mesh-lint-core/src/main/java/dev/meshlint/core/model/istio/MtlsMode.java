package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** How a workload takes mutual TLS. */
public enum MtlsMode {
  /** As in the policy that is less specific; {@code PERMISSIVE} where there is none. */
  UNSET,
  /** Plain text only. */
  DISABLE,
  /** Plain text and mutual TLS. */
  PERMISSIVE,
  /** Mutual TLS only. */
  STRICT,
  /** A placeholder, or a value that is none of these. */
  UNKNOWN;

  static MtlsMode of(View view, String key) {
    return view.choice(key, values(), UNSET, UNKNOWN);
  }
}
