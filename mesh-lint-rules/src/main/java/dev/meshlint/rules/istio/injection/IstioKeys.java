package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.rule.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels and annotations that Istio knows. Source: Istio's reference of resource annotations and labels. */
final class IstioKeys {
  /** Kinds that stand for any kind in the table. */
  private static final String ANY = "Any";

  private static final Map<String, Key> ANNOTATIONS = new LinkedHashMap<>();
  private static final Map<String, Key> LABELS = new LinkedHashMap<>();

  static {
    read();
  }

  /**
   * One key.
   *
   * @param deprecated whether another one replaces it
   * @param kinds the kinds that carry it
   */
  record Key(boolean deprecated, Set<String> kinds) {
    boolean isReadOn(String kind) {
      return kinds.contains(kind) || kinds.contains(ANY);
    }
  }

  private IstioKeys() {}

  static @Nullable Key annotation(String key) {
    return ANNOTATIONS.get(key);
  }

  /** Whether another annotation, or a label, replaces the annotation with this key. */
  static boolean isDeprecated(String key) {
    Key known = ANNOTATIONS.get(key);
    return known != null && known.deprecated();
  }

  static @Nullable Key label(String key) {
    return LABELS.get(key);
  }

  static Set<String> annotations() {
    return ANNOTATIONS.keySet();
  }

  static Set<String> labels() {
    return LABELS.keySet();
  }

  /** Whether the key lies in a domain of Istio's. */
  static boolean isIstios(String key) {
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash);
    return domain.equals("istio.io") || domain.endsWith(".istio.io");
  }

  private static void read() {
    for (String line : Table.lines(IstioKeys.class, "istio-keys.txt")) {
      List<String> fields = List.of(line.split(" ", -1));
      Key key = new Key(fields.get(2).equals("deprecated"), Set.of(fields.get(3).split(",", -1)));
      (fields.get(1).equals("label") ? LABELS : ANNOTATIONS).put(fields.get(0), key);
    }
  }
}
