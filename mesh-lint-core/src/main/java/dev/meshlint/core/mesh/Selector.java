package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A selector by equal labels.
 *
 * @param labels the labels that are asked for; none selects everything
 * @param open whether one of them holds a placeholder, so that nothing can be said
 */
public record Selector(Map<String, String> labels, boolean open) {
  /** Reads a selector from the entries of a mapping. */
  public static Selector of(List<Named<Text>> entries) {
    Map<String, String> labels = new LinkedHashMap<>();
    boolean open = false;
    for (Named<Text> entry : entries) {
      labels.put(entry.name(), entry.value().value());
      open |= entry.value().open() || entry.key().open();
    }
    return new Selector(labels, open);
  }

  /** Whether it selects everything in its scope. */
  public boolean isEmpty() {
    return labels.isEmpty();
  }

  /** Whether it selects something that carries these labels. */
  public boolean matches(Map<String, String> carried) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!label.getValue().equals(carried.get(label.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether everything that the other selects is selected by this one too. */
  public boolean covers(Selector other) {
    return matches(other.labels);
  }

  // By hand, as hashCode: what a record generates is linked at run time, which every run pays for.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Selector other && labels.equals(other.labels) && open == other.open;
  }

  @Override
  public int hashCode() {
    return 31 * labels.hashCode() + Boolean.hashCode(open);
  }

  /** The labels as people write them: {@code app=shop,version=v1}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    labels.forEach(
        (key, value) ->
            text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(value));
    return text.toString();
  }
}
