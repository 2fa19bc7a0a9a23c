package dev.meshlint.core.schema.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the compiled table of one kind. Equal subtrees become one shape. */
final class ShapeWriter {
  static final int HAS_FIELDS = 1;
  static final int HAS_VALUES = 1 << 1;
  static final int HAS_ITEMS = 1 << 2;
  static final int HAS_REQUIRED = 1 << 3;
  static final int HAS_ALLOWED = 1 << 4;
  static final int HAS_FORMAT = 1 << 5;
  static final int HAS_RANGE = 1 << 6;
  static final int HAS_SIZES = 1 << 7;
  static final int HAS_EXTRAS = 1 << 8;
  static final int IS_OPEN = 1 << 9;
  static final int IS_UNIQUE = 1 << 10;
  static final int HAS_PATTERN = 1 << 11;

  private static final List<String> SIZES =
      List.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");
  private static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "object", "array");
  private static final Set<String> EXTRAS =
      Set.of(
          "mutuallyExclusive",
          "exactlyOneOf",
          "atLeastOneOf",
          "uniqueBy",
          "checks",
          "check",
          "discriminator",
          "renamed",
          "hints",
          "aliases",
          "replacedValues",
          "deprecation",
          "replacedBy",
          "since",
          "channel",
          "severity",
          "keys",
          "says",
          "pruned",
          "strays",
          "loose",
          "default");
  private static final Set<String> OTHERS =
      Set.of(
          "type",
          "format",
          "pattern",
          "enum",
          "minimum",
          "maximum",
          "uniqueItems",
          "required",
          "properties",
          "additionalProperties",
          "items");

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final ByteArrayOutputStream shapes = new ByteArrayOutputStream();

  /** The number of the shape of this schema; adds it to the table if it is new. */
  int add(ObjectNode schema) {
    String key = schema.toString();
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    Map<String, Integer> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      fields.put(property.getKey(), add((ObjectNode) property.getValue()));
    }
    int values = schema.get("additionalProperties") instanceof ObjectNode map ? add(map) : -1;
    int items = schema.get("items") instanceof ObjectNode list ? add(list) : -1;
    try {
      write(schema, fields, values, items);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    numbers.put(key, numbers.size());
    return numbers.size() - 1;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(strings.size());
      for (String string : strings.keySet()) {
        out.writeUTF(string);
      }
      out.writeShort(numbers.size());
      out.write(shapes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(ObjectNode schema, Map<String, Integer> fields, int values, int items)
      throws IOException {
    DataOutputStream out = new DataOutputStream(shapes);
    boolean sized = SIZES.stream().anyMatch(schema::has);
    boolean ranged = schema.has("minimum") || schema.has("maximum");
    Map<String, JsonNode> extras = extras(schema);
    boolean open =
        schema.path("additionalProperties").asBoolean(false)
            || schema.path("loose").asBoolean(false)
            || fields.isEmpty()
                && values < 0
                && items < 0
                && (isObject(schema) || !schema.has("type"));
    out.writeShort(
        flag(HAS_FIELDS, !fields.isEmpty())
            | flag(HAS_VALUES, values >= 0)
            | flag(HAS_ITEMS, items >= 0)
            | flag(HAS_REQUIRED, schema.has("required"))
            | flag(HAS_ALLOWED, schema.has("enum"))
            | flag(HAS_FORMAT, schema.has("format"))
            | flag(HAS_RANGE, ranged)
            | flag(HAS_SIZES, sized)
            | flag(HAS_EXTRAS, !extras.isEmpty())
            | flag(IS_OPEN, open)
            | flag(IS_UNIQUE, schema.path("uniqueItems").asBoolean(false))
            | flag(HAS_PATTERN, schema.has("pattern")));
    out.writeByte(types(schema.path("type")));
    if (!fields.isEmpty()) {
      out.writeShort(fields.size());
      for (Map.Entry<String, Integer> field : fields.entrySet()) {
        string(out, field.getKey());
        out.writeShort(field.getValue());
      }
    }
    if (values >= 0) {
      out.writeShort(values);
    }
    if (items >= 0) {
      out.writeShort(items);
    }
    strings(out, schema.path("required"));
    strings(out, schema.path("enum"));
    if (schema.has("format")) {
      string(out, schema.get("format").asString());
    }
    if (schema.has("pattern")) {
      string(out, schema.get("pattern").asString());
    }
    if (ranged) {
      out.writeDouble(schema.path("minimum").asDouble(Double.NaN));
      out.writeDouble(schema.path("maximum").asDouble(Double.NaN));
    }
    if (sized) {
      for (String size : SIZES) {
        out.writeInt(schema.path(size).asInt(-1));
      }
    }
    if (!extras.isEmpty()) {
      out.writeByte(3);
      out.writeShort(extras.size());
      for (Map.Entry<String, JsonNode> extra : extras.entrySet()) {
        string(out, extra.getKey());
        tree(out, extra.getValue());
      }
    }
  }

  private static Map<String, JsonNode> extras(ObjectNode schema) {
    Map<String, JsonNode> extras = new TreeMap<>();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      String name = keyword.getKey();
      if (EXTRAS.contains(name)) {
        extras.put(name, keyword.getValue());
      } else if (!OTHERS.contains(name) && !SIZES.contains(name)) {
        throw new IllegalArgumentException("unknown keyword " + name + " in " + schema);
      }
    }
    return extras;
  }

  private static boolean isObject(ObjectNode schema) {
    return schema.path("type").asString("").equals("object");
  }

  private static int flag(int bit, boolean set) {
    return set ? bit : 0;
  }

  private static int types(JsonNode type) {
    if (type.isArray()) {
      int types = 0;
      for (JsonNode one : type) {
        types |= types(one);
      }
      return types;
    }
    if (type.isMissingNode()) {
      return 0;
    }
    int at = TYPES.indexOf(type.asString());
    if (at < 0) {
      throw new IllegalArgumentException("unknown type " + type);
    }
    return 1 << at;
  }

  private void string(DataOutputStream out, String string) throws IOException {
    Integer number = strings.get(string);
    if (number == null) {
      number = strings.size();
      strings.put(string, number);
    }
    out.writeShort(number);
  }

  private void strings(DataOutputStream out, JsonNode list) throws IOException {
    if (!list.isMissingNode()) {
      out.writeShort(list.size());
      for (JsonNode item : list) {
        string(out, item.asString());
      }
    }
  }

  private void tree(DataOutputStream out, JsonNode node) throws IOException {
    if (node.isNull()) {
      out.writeByte(0);
    } else if (node.isArray()) {
      out.writeByte(2);
      out.writeShort(node.size());
      for (JsonNode item : node) {
        tree(out, item);
      }
    } else if (node.isObject()) {
      out.writeByte(3);
      out.writeShort(node.size());
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        string(out, entry.getKey());
        tree(out, entry.getValue());
      }
    } else {
      out.writeByte(1);
      string(out, node.asString());
    }
  }
}
