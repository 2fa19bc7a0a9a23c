package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The annotations, or the labels, of everything in a mesh that carries some, by their keys. Thousands of resources carry
 * some dozens of keys: who looks for some of them need not go through all resources. Immutable.
 */
public final class CarriedKeys {
  private final String map;
  private final Map<String, List<Carrier>> byKey = new LinkedHashMap<>();

  /** Gathers the keys of the map under {@code annotations} or {@code labels}. */
  CarriedKeys(String map, List<Carrier> carriers) {
    this.map = map;
    for (Carrier carrier : carriers) {
      carrier.metadata().eachName(map, key -> add(key, carrier));
    }
  }

  private void add(String key, Carrier carrier) {
    byKey.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(carrier);
  }

  /**
   * A label or an annotation where it stands.
   *
   * @param entry its key and value
   * @param carrier what carries it
   */
  public record Carried(Named<Text> entry, Carrier carrier) {}

  /**
   * Those with certain keys.
   *
   * @param key whether a key is asked for; called once for each
   */
  public List<Carried> where(Predicate<String> key) {
    List<Carried> found = new ArrayList<>(0);
    byKey.forEach(
        (name, carriers) -> {
          if (key.test(name)) {
            addAll(name, carriers, found);
          }
        });
    return found;
  }

  /** Those with this key. */
  public List<Carried> named(String key) {
    List<Carried> found = new ArrayList<>(0);
    addAll(key, byKey.getOrDefault(key, List.of()), found);
    return found;
  }

  private void addAll(String key, List<Carrier> carriers, List<Carried> found) {
    for (Carrier carrier : carriers) {
      Named<Text> entry = carrier.metadata().entry(map, key);
      if (entry != null) {
        found.add(new Carried(entry, carrier));
      }
    }
  }
}
