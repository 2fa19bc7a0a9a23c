package dev.meshlint.core.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads keyword values: trees of maps, lists and texts as they come out of the compiled tables. */
final class KeywordTree {
  private KeywordTree() {}

  static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        map.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    return map;
  }

  static Map<String, String> texts(@Nullable Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : map(value).entrySet()) {
      texts.put(entry.getKey(), String.valueOf(entry.getValue()));
    }
    return texts.isEmpty() ? Map.of() : texts;
  }

  /** A list as it is; a single value as a list of one; nothing as an empty list. */
  static List<@Nullable Object> list(@Nullable Object value) {
    if (value instanceof List<?> items) {
      return new ArrayList<>(items);
    }
    List<@Nullable Object> one = new ArrayList<>();
    if (value != null) {
      one.add(value);
    }
    return one;
  }

  static List<String> strings(@Nullable Object value) {
    List<String> strings = new ArrayList<>();
    for (Object item : list(value)) {
      strings.add(String.valueOf(item));
    }
    return strings;
  }

  /** A list of lists; a flat list counts as one. */
  static List<List<String>> sets(@Nullable Object value) {
    List<Object> items = list(value);
    if (items.isEmpty()) {
      return List.of();
    }
    if (!(items.get(0) instanceof List<?>)) {
      return List.of(strings(value));
    }
    List<List<String>> sets = new ArrayList<>();
    for (Object item : items) {
      sets.add(strings(item));
    }
    return sets;
  }
}
