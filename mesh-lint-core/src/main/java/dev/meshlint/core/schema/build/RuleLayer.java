package dev.meshlint.core.schema.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * takes keywords away, {@code like} copies the shape of another place. A field that does not exist yet is made when its {@code type} is given.
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

  private static final String MATCHED = "matched ";

  private final ObjectNode schema;
  private final Map<String, ObjectNode> fragments;

  private final Set<String> unmatched;

  /**
   * Rules for one schema.
   *
   * @param unmatched takes the rules that have found no place so far; a rule may speak of fields that not every version or
   *     user of a fragment has, but one of them must have it
   */
  RuleLayer(ObjectNode schema, Map<String, ObjectNode> fragments, Set<String> unmatched) {
    this.schema = schema;
    this.fragments = fragments;
    this.unmatched = unmatched;
  }

  /** Puts in the rules; the name says whose they are. */
  void apply(String name, ObjectNode rules) {
    for (Map.Entry<String, JsonNode> rule : rules.properties()) {
      ObjectNode keywords = (ObjectNode) rule.getValue();
      if (keywords.has("like")) {
        like(rule.getKey(), keywords);
        continue;
      }
      List<ObjectNode> places = SchemaPath.find(schema, rule.getKey(), keywords.has("type"));
      note(name + ": " + rule.getKey(), !places.isEmpty());
      for (ObjectNode place : places) {
        put(place, keywords);
      }
    }
  }

  private void note(String rule, boolean matched) {
    if (matched) {
      unmatched.remove(rule);
      unmatched.add(MATCHED + rule);
    } else if (!unmatched.contains(MATCHED + rule)) {
      unmatched.add(rule);
    }
  }

  /** The rules among these that have found no place at all. */
  static List<String> withoutPlace(Set<String> unmatched) {
    return unmatched.stream().filter(rule -> !rule.startsWith(MATCHED)).sorted().toList();
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
      new RuleLayer(place, fragments, unmatched).apply(name.asString(), fragment);
    }
    for (Map.Entry<String, JsonNode> keyword : keywords.properties()) {
      String name = keyword.getKey();
      JsonNode value = keyword.getValue();
      switch (name) {
        case "use", "drop" -> {
          // done
        }
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

  /** Objects that hold their like, as deep as anybody nests them; what is deeper stays as it is. */
  private void like(String path, ObjectNode keywords) {
    for (int depth = keywords.path("depth").asInt(1); depth > 0; depth--) {
      ObjectNode copy =
          SchemaPath.find(schema, keywords.get("like").asString(), false).get(0).deepCopy();
      for (ObjectNode place : SchemaPath.find(schema, path, false)) {
        place.removeAll();
        place.setAll(copy.deepCopy());
      }
    }
  }

  /** A list, whatever was written; of sets where the word takes sets. */
  static ArrayNode normal(String name, @Nullable JsonNode value) {
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
