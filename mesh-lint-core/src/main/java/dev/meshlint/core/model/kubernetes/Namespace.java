package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;

/** A Namespace. */
public final class Namespace extends ResourceView {
  /** Makes the view. */
  public Namespace(At at) {
    super(at);
  }
}
