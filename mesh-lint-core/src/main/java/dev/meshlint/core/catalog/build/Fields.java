package dev.meshlint.core.catalog.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one object of a catalogue entry. Gathers what is wrong instead of stopping at it. */
final class Fields {
  /** What stands in an entry that was just begun. */
  private static final String TO_BE_WRITTEN = "…";

  private final JsonNode node;
  private final String where;
  private final List<String> problems;

  Fields(JsonNode node, String where, Set<String> known, List<String> problems) {
    this.node = node;
    this.where = where;
    this.problems = problems;
    if (!node.isObject()) {
      problem("must be a mapping");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey())) {
        problem("does not know \"" + field.getKey() + "\", only " + String.join(", ", known));
      }
    }
  }

  void problem(String message) {
    problems.add(where + ": " + message);
  }

  /** The text of a field that must be there. */
  String required(String name) {
    String text = optional(name);
    if (text == null || text.isBlank() || text.equals(TO_BE_WRITTEN)) {
      problem("needs \"" + name + "\"");
      return "";
    }
    return text;
  }

  /** The text of a field as written, or null where it is absent. */
  @Nullable String verbatim(String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      problem("\"" + name + "\" must be a text");
      return null;
    }
    return value.asString();
  }

  /** The text of a field without blanks around it, or null where it is absent. */
  @Nullable String optional(String name) {
    String text = verbatim(name);
    return text == null ? null : text.strip();
  }

  /** One of several words, the first if the field is absent. */
  String oneOf(String name, List<String> words) {
    String word = optional(name);
    if (word == null) {
      return words.get(0);
    }
    if (!words.contains(word)) {
      problem("\"" + name + "\" must be one of " + String.join(", ", words) + ", not " + word);
    }
    return word;
  }

  /** The texts of a list; null where the field is absent. */
  @Nullable List<String> texts(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : textsOf(name, value);
  }

  /** The texts of a list, or of a single value. */
  List<String> textsOf(String name, JsonNode value) {
    if (value.isValueNode()) {
      return List.of(value.asString());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (item.isValueNode()) {
        texts.add(item.asString());
      } else {
        problem("\"" + name + "\" must be a list of texts");
      }
    }
    return texts;
  }

  /** The items of a list of objects. */
  List<Fields> objects(String name, Set<String> known) {
    List<Fields> objects = new ArrayList<>();
    JsonNode value = node.get(name);
    if (value != null && value.isArray()) {
      int index = 0;
      for (JsonNode item : value) {
        objects.add(new Fields(item, where + ": " + name + "[" + index + "]", known, problems));
        index++;
      }
    } else if (value != null) {
      problem("\"" + name + "\" must be a list");
    }
    return objects;
  }

  /** The entries of a mapping of objects. */
  Map<String, Fields> map(String name, Set<String> known) {
    Map<String, Fields> map = new LinkedHashMap<>();
    nodes(name)
        .forEach(
            (key, value) ->
                map.put(key, new Fields(value, where + ": " + name + "." + key, known, problems)));
    return map;
  }

  /** The entries of a mapping of texts or lists of texts. */
  Map<String, List<String>> values(String name) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    nodes(name).forEach((key, value) -> values.put(key, textsOf(key, value)));
    return values;
  }

  private Map<String, JsonNode> nodes(String name) {
    Map<String, JsonNode> nodes = new LinkedHashMap<>();
    JsonNode value = node.get(name);
    if (value != null && !value.isNull()) {
      if (!value.isObject()) {
        problem("\"" + name + "\" must be a mapping");
      }
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        nodes.put(field.getKey(), field.getValue());
      }
    }
    return nodes;
  }
}
