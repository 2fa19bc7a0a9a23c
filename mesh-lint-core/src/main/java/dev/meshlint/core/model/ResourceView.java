package dev.meshlint.core.model;

import org.jspecify.annotations.Nullable;

/** A view on a whole resource. */
public abstract class ResourceView extends View {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable Metadata metadata;
  private @Nullable View spec;

  /** Makes the view. */
  protected ResourceView(At at) {
    super(at);
  }

  /** The {@code metadata}. */
  public final Metadata metadata() {
    Metadata known = metadata;
    if (known == null) {
      known = child("metadata", Metadata::new);
      metadata = known;
    }
    return known;
  }

  /** The {@code spec}. */
  public final View spec() {
    View known = spec;
    if (known == null) {
      known = child("spec");
      spec = known;
    }
    return known;
  }
}
