package dev.meshlint.core.schema;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root of a resource down to one of its values, which tells the names of fields from keys that are data,
 * such as those of labels.
 *
 * <p>Changed by every step, so used by one thread for one way.
 */
public final class FieldWay {
  private static final Set<String> MAPS_OF_METADATA = Set.of("labels", "annotations");

  /** What is known of the place reached; null if nothing. */
  private @Nullable Shape shape;

  private String last = "";
  private String beforeLast = "";

  private final Map<String, Shape> embedded;

  /**
   * Makes a way.
   *
   * @param root what is known of the resource; null if nothing
   * @param embedded what is known of configuration that the resource holds, by the key that it stands under
   */
  FieldWay(@Nullable Shape root, Map<String, Shape> embedded) {
    this.shape = root;
    this.embedded = embedded;
  }

  /**
   * Goes on to the value of a key.
   *
   * @return whether the key is data of a map, not the name of a field
   */
  public boolean toKey(String key) {
    Shape here = shape;
    Shape field = here == null ? null : here.field(key);
    boolean data =
        field == null
            && ((here != null && here.isMap())
                || (beforeLast.equals("metadata") && MAPS_OF_METADATA.contains(last)));
    Shape below = field != null ? field : here == null ? null : here.values;
    shape = below != null && below.names.length == 0 ? embedded.getOrDefault(key, below) : below;
    beforeLast = last;
    last = key;
    return data;
  }

  /** Goes on to an item of a list. */
  public void toItem() {
    shape = shape == null ? null : shape.items;
    beforeLast = last;
    last = "";
  }
}
