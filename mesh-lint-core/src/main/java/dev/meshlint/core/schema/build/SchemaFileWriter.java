package dev.meshlint.core.schema.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the schema file of one kind: compact YAML, with each subtree that occurs more than once written once under
 * {@code $defs}.
 */
public final class SchemaFileWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int WORTH_SHARING = 90;
  private static final List<String> ORDER =
      List.of(
          "channel",
          "type",
          "format",
          "pattern",
          "default",
          "enum",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "uniqueItems",
          "uniqueBy",
          "required",
          "exactlyOneOf",
          "atLeastOneOf",
          "mutuallyExclusive");

  private final Map<String, ObjectNode> known = new HashMap<>();
  private final Map<ObjectNode, Integer> uses = new IdentityHashMap<>();
  private final Map<ObjectNode, String> nameHints = new IdentityHashMap<>();
  private final Map<ObjectNode, String> names = new IdentityHashMap<>();
  private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

  private SchemaFileWriter() {}

  /**
   * The text of a schema file.
   *
   * @param kind a tree as {@link SchemaImporter#kinds()} gives it
   */
  public static String write(ObjectNode kind) {
    return new SchemaFileWriter().text(kind);
  }

  @SuppressWarnings("ReferenceEquality") // share() gives the same tree for equal schemas
  private String text(ObjectNode kind) {
    ObjectNode file = kind.deepCopy();
    ObjectNode versions = (ObjectNode) file.get("versions");
    ObjectNode newest = null;
    Map<ObjectNode, ObjectNode> others = new IdentityHashMap<>();
    for (Map.Entry<String, JsonNode> version : versions.properties()) {
      ObjectNode entry = (ObjectNode) version.getValue();
      ObjectNode shared = share((ObjectNode) entry.remove("schema"), version.getKey());
      if (newest == null) {
        newest = shared;
      } else if (shared != newest) {
        others.put(entry, shared);
      }
    }
    if (newest == null) {
      throw new IllegalArgumentException("no version in " + kind.path("kind"));
    }
    for (Map.Entry<ObjectNode, ObjectNode> other : others.entrySet()) {
      other.getKey().put("$ref", define(other.getValue()));
    }
    ObjectNode root = resolve(newest, true);
    for (Map.Entry<String, JsonNode> keyword : root.properties()) {
      file.set(keyword.getKey(), keyword.getValue());
    }
    if (!definitions.isEmpty()) {
      ObjectNode defs = file.putObject("$defs");
      definitions.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> defs.set(entry.getKey(), entry.getValue()));
    }
    return CompactYaml.write(file);
  }

  /** The one node for all subtrees equal to this one; counts how many places refer to each. */
  private ObjectNode share(ObjectNode schema, String hint) {
    ObjectNode copy = NODES.objectNode();
    for (String keyword : ORDER) {
      if (schema.has(keyword)) {
        copy.set(keyword, schema.get(keyword));
      }
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      JsonNode value = keyword.getValue();
      if (keyword.getKey().equals("properties")) {
        ObjectNode properties = copy.putObject("properties");
        for (Map.Entry<String, JsonNode> property : value.properties()) {
          properties.set(
              property.getKey(), share((ObjectNode) property.getValue(), property.getKey()));
        }
      } else if (value instanceof ObjectNode child
          && (keyword.getKey().equals("items")
              || keyword.getKey().equals("additionalProperties"))) {
        copy.set(keyword.getKey(), share(child, singular(hint)));
      } else {
        copy.set(keyword.getKey(), value);
      }
    }
    String text = copy.toString();
    ObjectNode one = known.putIfAbsent(text, copy);
    if (one == null) {
      one = copy;
      nameHints.put(one, hint);
    } else {
      // The children of a subtree seen before have been counted once already.
      uncount(copy);
    }
    uses.merge(one, 1, Integer::sum);
    return one;
  }

  private void uncount(ObjectNode copy) {
    for (ObjectNode child : children(copy)) {
      uses.merge(child, -1, Integer::sum);
    }
  }

  private static Collection<ObjectNode> children(ObjectNode schema) {
    Collection<ObjectNode> children = new ArrayList<>();
    if (schema.get("properties") instanceof ObjectNode properties) {
      for (Map.Entry<String, JsonNode> property : properties.properties()) {
        children.add((ObjectNode) property.getValue());
      }
    }
    if (schema.get("items") instanceof ObjectNode items) {
      children.add(items);
    }
    if (schema.get("additionalProperties") instanceof ObjectNode values) {
      children.add(values);
    }
    return children;
  }

  private ObjectNode resolve(ObjectNode schema, boolean root) {
    if (!root && uses.getOrDefault(schema, 1) > 1 && schema.toString().length() > WORTH_SHARING) {
      ObjectNode reference = NODES.objectNode();
      reference.put("$ref", define(schema));
      return reference;
    }
    ObjectNode copy = NODES.objectNode();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      JsonNode value = keyword.getValue();
      if (keyword.getKey().equals("properties")) {
        ObjectNode properties = copy.putObject("properties");
        for (Map.Entry<String, JsonNode> property : value.properties()) {
          properties.set(property.getKey(), resolve((ObjectNode) property.getValue(), false));
        }
      } else if (value instanceof ObjectNode child
          && (keyword.getKey().equals("items")
              || keyword.getKey().equals("additionalProperties"))) {
        copy.set(keyword.getKey(), resolve(child, false));
      } else {
        copy.set(keyword.getKey(), value);
      }
    }
    return copy;
  }

  private String define(ObjectNode schema) {
    String name = names.get(schema);
    if (name == null) {
      String hint = nameHints.getOrDefault(schema, "part");
      name = hint;
      for (int i = 2; definitions.containsKey(name); i++) {
        name = hint + i;
      }
      names.put(schema, name);
      definitions.put(name, schema);
      definitions.put(name, resolve(schema, true));
    }
    return "#/$defs/" + name;
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    if (name.endsWith("ches")) {
      return name.substring(0, name.length() - 2);
    }
    return name.endsWith("s") && !name.endsWith("ss") && name.length() > 3
        ? name.substring(0, name.length() - 1)
        : name;
  }
}
