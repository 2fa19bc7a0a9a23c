package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** Whether a service is part of the mesh. */
public enum ServiceLocation {
  /** It is outside: no mutual TLS of the mesh. */
  MESH_EXTERNAL,
  /** It is part of the mesh. */
  MESH_INTERNAL,
  /** A placeholder, or a value that is none of these. */
  UNKNOWN;

  static ServiceLocation of(View view, String key) {
    return view.choice(key, values(), MESH_EXTERNAL, UNKNOWN);
  }
}
