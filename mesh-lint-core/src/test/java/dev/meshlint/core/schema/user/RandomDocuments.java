package dev.meshlint.core.schema.user;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents that a schema accepts, and the same ones with one thing changed. */
final class RandomDocuments {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random;
  private int words;

  RandomDocuments(Random random) {
    this.random = random;
  }

  /** A value that the schema accepts. */
  JsonNode valid(ObjectNode schema) {
    return value(schema, 0);
  }

  private JsonNode value(ObjectNode schema, int depth) {
    JsonNode choice = schema.path("enum");
    if (choice.isArray()) {
      return choice.get(random.nextInt(choice.size()));
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> NODES.numberNode(integer(schema));
      case "number" -> NODES.numberNode(integer(schema) + (schema.has("maximum") ? 0 : 0.5));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      default -> NODES.stringNode(word(schema));
    };
  }

  private static String type(ObjectNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asString() : type.asString("string");
  }

  private long integer(ObjectNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = Math.min(schema.path("maximum").asLong(least + 1000), least + 1000);
    return least + random.nextInt((int) (most - least + 1));
  }

  private String word(ObjectNode schema) {
    int least = Math.max(schema.path("minLength").asInt(0), 1);
    StringBuilder word = new StringBuilder("w" + words++);
    while (word.length() < least) {
      word.append('a');
    }
    int most = schema.path("maxLength").asInt(64);
    return word.length() <= most ? word.toString() : word.substring(word.length() - most);
  }

  private ObjectNode object(ObjectNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    Set<String> wanted = new HashSet<>();
    schema.path("required").forEach(name -> wanted.add(name.asString()));
    Set<String> refused = new HashSet<>();
    for (String keyword : List.of("exactlyOneOf", "mutuallyExclusive", "atLeastOneOf")) {
      for (JsonNode set : schema.path(keyword)) {
        choose(set, keyword, wanted, refused);
      }
    }
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      boolean optional = random.nextInt(depth < 4 ? 2 : 6) == 0 && !refused.contains(name);
      if (wanted.contains(name) || optional) {
        object.set(name, value((ObjectNode) property.getValue(), depth + 1));
      } else if (!refused.contains(name)) {
        others.add(name);
      }
    }
    int least = schema.path("minProperties").asInt(0);
    while (object.size() < least && !others.isEmpty()) {
      String name = others.remove(random.nextInt(others.size()));
      object.set(name, value((ObjectNode) schema.get("properties").get(name), depth + 1));
    }
    if (schema.get("additionalProperties") instanceof ObjectNode values) {
      int count = Math.max(least, random.nextInt(3));
      for (int i = 0; i < count; i++) {
        object.set("k" + words++, value(values, depth + 1));
      }
    }
    return object;
  }

  /** Wants one field of a set and refuses the others, in keeping with what the sets before it chose. */
  private void choose(JsonNode set, String keyword, Set<String> wanted, Set<String> refused) {
    List<String> names = new ArrayList<>();
    set.forEach(name -> names.add(name.asString()));
    Collections.shuffle(names, random);
    String chosen =
        names.stream()
            .filter(wanted::contains)
            .findFirst()
            .or(() -> names.stream().filter(name -> !refused.contains(name)).findFirst())
            .orElse(null);
    if (!keyword.equals("atLeastOneOf")) {
      names.stream().filter(name -> !name.equals(chosen)).forEach(refused::add);
    }
    if (chosen != null && !keyword.equals("mutuallyExclusive")) {
      wanted.add(chosen);
    }
  }

  private ArrayNode array(ObjectNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    if (!(schema.get("items") instanceof ObjectNode items)) {
      return array;
    }
    int least = schema.path("minItems").asInt(0);
    int most = Math.min(schema.path("maxItems").asInt(least + 2), least + 2);
    int count = least + random.nextInt(most - least + 1);
    if (schema.path("uniqueItems").asBoolean(false) && items.has("enum")) {
      count = Math.max(least, Math.min(count, 1));
    }
    for (int i = 0; i < count; i++) {
      array.add(value(items, depth + 1));
    }
    return array;
  }

  /**
   * Changes one thing.
   *
   * @param at the path of what has been changed
   */
  record Mutation(JsonNode document, String at, String what) {}

  /** The document with one random value of {@code spec} replaced, added or taken away. */
  Mutation mutate(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    List<Place> places = new ArrayList<>();
    collect(copy.get("spec"), "spec", places);
    Place place = places.get(random.nextInt(places.size()));
    if (place.node() instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(object.propertyNames());
      if (names.isEmpty() || random.nextInt(4) == 0) {
        object.put("strangerzz", "x");
        return new Mutation(copy, place.path(), "added strangerzz");
      }
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(3) == 0) {
        object.remove(name);
        return new Mutation(copy, place.path(), "removed " + name);
      }
      object.set(name, other(object.get(name)));
      return new Mutation(copy, place.path() + "." + name, "changed to " + object.get(name));
    }
    ArrayNode array = (ArrayNode) place.node();
    if (array.isEmpty() || random.nextInt(3) == 0) {
      array.add(other(NODES.stringNode("")));
      return new Mutation(copy, place.path(), "added an item");
    }
    int index = random.nextInt(array.size());
    array.set(index, other(array.get(index)));
    return new Mutation(copy, place.path() + "[" + index + "]", "changed to " + array.get(index));
  }

  private record Place(JsonNode node, String path) {}

  private static void collect(JsonNode node, String path, List<Place> places) {
    if (node instanceof ObjectNode object) {
      places.add(new Place(object, path));
      object.properties().forEach(p -> collect(p.getValue(), path + "." + p.getKey(), places));
    } else if (node instanceof ArrayNode array) {
      places.add(new Place(array, path));
      for (int i = 0; i < array.size(); i++) {
        collect(array.get(i), path + "[" + i + "]", places);
      }
    }
  }

  private JsonNode other(JsonNode value) {
    return switch (random.nextInt(6)) {
      case 0 -> NODES.stringNode("elsewise");
      case 1 -> NODES.numberNode(-3);
      case 2 -> NODES.numberNode(99999999999L);
      case 3 -> NODES.booleanNode(true);
      case 4 -> value.isObject() ? NODES.arrayNode() : NODES.objectNode();
      default -> NODES.arrayNode().add("w");
    };
  }
}
