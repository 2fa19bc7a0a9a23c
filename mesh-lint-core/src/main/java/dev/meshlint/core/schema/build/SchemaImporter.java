package dev.meshlint.core.schema.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns custom resource definitions into schema files: types, enums, limits, required fields, list keys and the mutual
 * exclusions that a definition states. Descriptions, examples and expressions are left behind.
 *
 * <p>Several definitions of one kind, such as the channels of the Gateway API, become one file that accepts what any of
 * them accepts; fields that only the later ones have carry {@code channel}.
 *
 * <p>Not thread-safe.
 */
public final class SchemaImporter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> kinds = new TreeMap<>();
  private final StructuralSchemas structural = new StructuralSchemas();

  /**
   * Adds every definition of a YAML or JSON text; documents of other kinds are passed over.
   *
   * @param text the text
   * @param channel the release channel that fields first seen here belong to; null for the main one
   * @throws tools.jackson.core.JacksonException if the text cannot be parsed
   */
  public void add(String text, @Nullable String channel) {
    for (JsonNode document : Yaml.documents(text)) {
      if ("CustomResourceDefinition".equals(document.path("kind").asString(""))) {
        addDefinition(document.path("spec"), channel);
      } else if (document.path("items").isArray()) {
        for (JsonNode item : document.path("items")) {
          if ("CustomResourceDefinition".equals(item.path("kind").asString(""))) {
            addDefinition(item.path("spec"), channel);
          }
        }
      }
    }
  }

  /** The kinds read so far: {@code group/Kind} to the schema file's tree. */
  public Map<String, ObjectNode> kinds() {
    return kinds;
  }

  private void addDefinition(JsonNode spec, @Nullable String channel) {
    String group = spec.path("group").asString("");
    String kind = spec.path("names").path("kind").asString("");
    ObjectNode file = NODES.objectNode();
    file.put("group", group);
    file.put("kind", kind);
    file.put("plural", spec.path("names").path("plural").asString(""));
    file.put("scope", spec.path("scope").asString("Namespaced"));
    ObjectNode versions = file.putObject("versions");
    for (JsonNode version : newestFirst(spec.path("versions"))) {
      ObjectNode entry = versions.putObject(version.path("name").asString(""));
      if (!version.path("served").asBoolean(true)) {
        entry.put("served", false);
      }
      if (version.path("deprecated").asBoolean(false)) {
        entry.put("deprecated", true);
      }
      ObjectNode schema = structural.convert(version.path("schema").path("openAPIV3Schema"));
      if (schema.get("properties") instanceof ObjectNode properties) {
        properties.remove(List.of("apiVersion", "kind", "metadata", "status"));
      }
      entry.set("schema", schema);
    }
    String key = group + "/" + kind;
    ObjectNode known = kinds.get(key);
    kinds.put(key, known == null ? file : merge(known, file, channel));
  }

  private static ObjectNode merge(ObjectNode known, ObjectNode other, @Nullable String channel) {
    ObjectNode versions = (ObjectNode) known.get("versions");
    for (Map.Entry<String, JsonNode> entry : other.get("versions").properties()) {
      ObjectNode mine = (ObjectNode) versions.get(entry.getKey());
      ObjectNode theirs = (ObjectNode) entry.getValue();
      if (mine == null) {
        if (channel != null) {
          theirs.put("channel", channel);
        }
        versions.set(entry.getKey(), theirs);
        continue;
      }
      if (theirs.path("served").asBoolean(true)) {
        mine.remove("served");
      }
      mine.set(
          "schema",
          SchemaUnion.of(
              (ObjectNode) mine.get("schema"), (ObjectNode) theirs.get("schema"), channel));
    }
    List<String> names = new ArrayList<>(versions.propertyNames());
    names.sort(Versions::compareNewestFirst);
    ObjectNode sorted = NODES.objectNode();
    for (String name : names) {
      sorted.set(name, versions.get(name));
    }
    known.set("versions", sorted);
    return known;
  }

  private static List<JsonNode> newestFirst(JsonNode versions) {
    List<JsonNode> sorted = new ArrayList<>();
    versions.forEach(sorted::add);
    sorted.sort(
        (a, b) ->
            Versions.compareNewestFirst(a.path("name").asString(""), b.path("name").asString("")));
    return sorted;
  }
}
