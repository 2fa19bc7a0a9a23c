package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ConfigMap. */
public final class ConfigMap extends ResourceView {
  /** Makes the view. */
  public ConfigMap(At at) {
    super(at);
  }

  /** The entries. A value may be a whole file, whose parts are found by reading it as YAML. */
  public List<Named<Text>> data() {
    return entries("data");
  }

  /** The value of an entry, or null. */
  public @Nullable Text value(String key) {
    return child("data").raw(key);
  }
}
