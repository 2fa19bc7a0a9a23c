package dev.meshlint.core.schema.build;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema that accepts what either of two schemas accepts, as far as their shapes are alike. */
final class SchemaUnion {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> LOWER =
      List.of("minimum", "minLength", "minItems", "minProperties");
  private static final List<String> UPPER =
      List.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final List<String> SAME =
      List.of(
          "type",
          "format",
          "pattern",
          "uniqueItems",
          "mutuallyExclusive",
          "exactlyOneOf",
          "atLeastOneOf",
          "default");

  private SchemaUnion() {}

  /** Fields that only the second has are marked with the channel, unless it is null. */
  static ObjectNode of(ObjectNode first, ObjectNode second, @Nullable String channel) {
    ObjectNode union = NODES.objectNode();
    for (String key : SAME) {
      if (first.has(key) && first.get(key).equals(second.get(key))) {
        union.set(key, first.get(key));
      }
    }
    limits(first, second, union);
    sets(first, second, union);
    if (first.get("items") instanceof ObjectNode a && second.get("items") instanceof ObjectNode b) {
      union.set("items", of(a, b, channel));
    }
    JsonNode open = first.path("additionalProperties");
    JsonNode otherOpen = second.path("additionalProperties");
    if (open instanceof ObjectNode a && otherOpen instanceof ObjectNode b) {
      union.set("additionalProperties", of(a, b, channel));
    } else if (!open.isMissingNode() || !otherOpen.isMissingNode()) {
      union.put("additionalProperties", true);
    }
    if (first.get("properties") instanceof ObjectNode a
        && second.get("properties") instanceof ObjectNode b) {
      union.set("properties", properties(a, b, channel));
    }
    return union;
  }

  private static ObjectNode properties(
      ObjectNode first, ObjectNode second, @Nullable String channel) {
    ObjectNode union = NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : first.properties()) {
      ObjectNode mine = (ObjectNode) entry.getValue();
      union.set(
          entry.getKey(),
          second.get(entry.getKey()) instanceof ObjectNode theirs
              ? of(mine, theirs, channel)
              : mine);
      if (mine.has("channel")) {
        ((ObjectNode) union.get(entry.getKey())).set("channel", mine.get("channel"));
      }
    }
    for (Map.Entry<String, JsonNode> entry : second.properties()) {
      if (!first.has(entry.getKey())) {
        ObjectNode added = ((ObjectNode) entry.getValue()).deepCopy();
        if (channel != null) {
          added.put("channel", channel);
        }
        union.set(entry.getKey(), added);
      }
    }
    return union;
  }

  private static void limits(ObjectNode first, ObjectNode second, ObjectNode union) {
    for (String key : LOWER) {
      if (first.has(key) && second.has(key)) {
        boolean mine = first.get(key).asDouble() <= second.get(key).asDouble();
        union.set(key, (mine ? first : second).get(key));
      }
    }
    for (String key : UPPER) {
      if (first.has(key) && second.has(key)) {
        boolean mine = first.get(key).asDouble() >= second.get(key).asDouble();
        union.set(key, (mine ? first : second).get(key));
      }
    }
  }

  private static void sets(ObjectNode first, ObjectNode second, ObjectNode union) {
    if (first.has("enum") && second.has("enum")) {
      ArrayNode values = union.putArray("enum");
      first.get("enum").forEach(values::add);
      for (JsonNode value : second.get("enum")) {
        if (!contains(values, value)) {
          values.add(value);
        }
      }
    }
    if (first.has("required") && second.has("required")) {
      ArrayNode required = NODES.arrayNode();
      for (JsonNode name : first.get("required")) {
        if (contains(second.get("required"), name)) {
          required.add(name);
        }
      }
      if (!required.isEmpty()) {
        union.set("required", required);
      }
    }
    // Keys of a list map: the longer list tells fewer entries equal.
    if (first.has("uniqueBy") && second.has("uniqueBy")) {
      boolean mine = first.get("uniqueBy").size() >= second.get("uniqueBy").size();
      union.set("uniqueBy", (mine ? first : second).get("uniqueBy"));
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode item : list) {
      if (item.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
