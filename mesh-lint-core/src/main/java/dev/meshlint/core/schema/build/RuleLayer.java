package dev.meshlint.core.schema.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts rules into a schema: a map from paths to keywords.
 *
 * <p>A path is written {@code spec.http[].match[].headers{}}: {@code []} for the items of a list, <code>{}</code> for the
 * values of a map, {@code (a|b)} for several names, {@code *} for all names, {@code .} for the place itself. Keywords that
 * hold lists or maps are joined with what is there, others replace it. {@code use} puts in named fragments, {@code drop}
 * takes keywords away. A field that does not exist yet is made when its {@code type} is given.
 */
final class RuleLayer {
  private static final Set<String> JOINED =
      Set.of(
          "checks",
          "mutuallyExclusive",
          "exactlyOneOf",
          "atLeastOneOf",
          "uniqueBy",
          "required",
          "check");
  private static final Set<String> SETS =
      Set.of("mutuallyExclusive", "exactlyOneOf", "atLeastOneOf", "uniqueBy");

  private final ObjectNode schema;
  private final Map<String, ObjectNode> fragments;

  RuleLayer(ObjectNode schema, Map<String, ObjectNode> fragments) {
    this.schema = schema;
    this.fragments = fragments;
  }

  void apply(ObjectNode rules) {
    for (Map.Entry<String, JsonNode> rule : rules.properties()) {
      ObjectNode keywords = (ObjectNode) rule.getValue();
      List<ObjectNode> places = SchemaPath.find(schema, rule.getKey(), keywords.has("type"));
      if (places.isEmpty()) {
        throw new IllegalArgumentException("nothing at " + rule.getKey());
      }
      for (ObjectNode place : places) {
        put(place, keywords);
      }
    }
  }

  private void put(ObjectNode place, ObjectNode keywords) {
    for (JsonNode name : list(keywords.path("drop"))) {
      place.remove(name.asString());
    }
    for (JsonNode name : list(keywords.path("use"))) {
      ObjectNode fragment = fragments.get(name.asString());
      if (fragment == null) {
        throw new IllegalArgumentException("no fragment " + name.asString());
      }
      new RuleLayer(place, fragments).apply(fragment);
    }
    for (Map.Entry<String, JsonNode> keyword : keywords.properties()) {
      String name = keyword.getKey();
      JsonNode value = keyword.getValue();
      switch (name) {
        case "use", "drop" -> {
          // done
        }
        case "like" -> like(place, value.asString());
        default -> {
          JsonNode known = place.get(name);
          if (JOINED.contains(name)) {
            place.set(name, join(normal(name, known), normal(name, value)));
          } else if (known instanceof ObjectNode a && value instanceof ObjectNode b) {
            ObjectNode both = a.deepCopy();
            both.setAll(b);
            place.set(name, both);
          } else {
            place.set(name, value);
          }
        }
      }
    }
  }

  /** The same shape as another place has by now, for objects that hold their like. */
  private void like(ObjectNode place, String path) {
    ObjectNode copy = SchemaPath.find(schema, path, false).get(0).deepCopy();
    place.removeAll();
    place.setAll(copy);
  }

  private static ArrayNode normal(String name, @org.jspecify.annotations.Nullable JsonNode value) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (value == null) {
      return list;
    }
    if (SETS.contains(name) && value.isArray() && !value.isEmpty() && !value.get(0).isArray()) {
      list.add(value);
      return list;
    }
    for (JsonNode item : list(value)) {
      list.add(item);
    }
    return list;
  }

  private static ArrayNode join(ArrayNode first, ArrayNode second) {
    ArrayNode joined = first.deepCopy();
    second.forEach(joined::add);
    return joined;
  }

  private static List<JsonNode> list(JsonNode value) {
    List<JsonNode> list = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(list::add);
    } else if (!value.isMissingNode()) {
      list.add(value);
    }
    return list;
  }
}
