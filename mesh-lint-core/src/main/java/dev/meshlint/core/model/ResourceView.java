package dev.meshlint.core.model;

/** A view on a whole resource. */
public abstract class ResourceView extends View {
  /** Makes the view. */
  protected ResourceView(At at) {
    super(at);
  }

  /** The {@code metadata}. */
  public final Metadata metadata() {
    return child("metadata", Metadata::new);
  }

  /** The {@code spec}. */
  public final View spec() {
    return child("spec");
  }
}
