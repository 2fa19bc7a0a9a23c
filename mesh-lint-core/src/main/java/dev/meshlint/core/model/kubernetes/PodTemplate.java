package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pods are made from: {@code metadata} and {@code spec}. A Pod is its own template. */
public final class PodTemplate extends View {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable Metadata metadata;
  private @Nullable PodSpec spec;
  private @Nullable List<Container> containers;

  /** Makes the view. */
  public PodTemplate(At at) {
    super(at);
  }

  /** The pods' labels and annotations. */
  public Metadata metadata() {
    Metadata known = metadata;
    if (known == null) {
      known = child("metadata", Metadata::new);
      metadata = known;
    }
    return known;
  }

  /** What the pods run. */
  public PodSpec spec() {
    PodSpec known = spec;
    if (known == null) {
      known = child("spec", PodSpec::new);
      spec = known;
    }
    return known;
  }

  /** The pods' labels. */
  public List<Named<Text>> labels() {
    return metadata().labels();
  }

  /** The pods' annotation with this key, or null. */
  public @Nullable Text annotation(String key) {
    return metadata().annotation(key);
  }

  /** The containers, init containers first. */
  public List<Container> containers() {
    List<Container> known = containers;
    if (known == null) {
      List<Container> all = new ArrayList<>(spec().initContainers());
      all.addAll(spec().containers());
      known = List.copyOf(all);
      containers = known;
    }
    return known;
  }
}
