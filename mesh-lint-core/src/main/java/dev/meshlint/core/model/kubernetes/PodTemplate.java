package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pods are made from: {@code metadata} and {@code spec}. A Pod is its own template. */
public final class PodTemplate extends View {
  /** Makes the view. */
  public PodTemplate(At at) {
    super(at);
  }

  /** The pods' labels and annotations. */
  public Metadata metadata() {
    return child("metadata", Metadata::new);
  }

  /** What the pods run. */
  public PodSpec spec() {
    return child("spec", PodSpec::new);
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
    List<Container> all = new ArrayList<>(spec().initContainers());
    all.addAll(spec().containers());
    return all;
  }
}
