package dev.meshlint.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code metadata} of a resource or of a template. */
public final class Metadata extends View {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable View labels;
  private @Nullable View annotations;

  /** Makes the view. */
  public Metadata(At at) {
    super(at);
  }

  /** The name; null where it is generated. */
  public @Nullable Text name() {
    return name("name");
  }

  /** The namespace as written; the effective one is the resource's. */
  public @Nullable Text namespace() {
    return name("namespace");
  }

  /** The prefix of a generated name. */
  public @Nullable Text generateName() {
    return name("generateName");
  }

  /** The labels with their places. */
  public List<Named<Text>> labels() {
    return entries("labels");
  }

  /** The annotations with their places. */
  public List<Named<Text>> annotations() {
    return entries("annotations");
  }

  /** The objects that own this one; written by controllers, found in cluster dumps. */
  public List<View> ownerReferences() {
    return list("ownerReferences");
  }

  /** The label with this key, or null. */
  public @Nullable Text label(String key) {
    View known = labels;
    if (known == null) {
      known = child("labels");
      labels = known;
    }
    return known.text(key);
  }

  /** The annotation with this key, or null. */
  public @Nullable Text annotation(String key) {
    View known = annotations;
    if (known == null) {
      known = child("annotations");
      annotations = known;
    }
    return known.text(key);
  }
}
