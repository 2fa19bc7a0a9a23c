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
 * Converts a structural schema, the OpenAPI dialect of custom resource definitions, to the dialect of the schema files.
 *
 * <p>Source of facts: the CustomResourceDefinition reference of Kubernetes ("Specifying a structural schema").
 */
final class StructuralSchemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The words for types and limits, which mean the same in every dialect. */
  static final Set<String> TYPES_AND_LIMITS =
      Set.of(
          "type",
          "enum",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties");

  /** Longer defaults are sentences or formats, which no check looks at. */
  private static final int LONG_DEFAULT = 60;

  private final Map<String, String> formats = PatternFormats.load();

  ObjectNode convert(JsonNode source) {
    ObjectNode target = NODES.objectNode();
    if (source.path("x-kubernetes-int-or-string").asBoolean(false)) {
      target.putArray("type").add("integer").add("string");
    }
    for (Map.Entry<String, JsonNode> entry : source.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      if (TYPES_AND_LIMITS.contains(key) && !target.has(key)) {
        target.set(key, value);
      }
    }
    if (source.path("minimum").asLong(-1) == 0 && source.path("maximum").asLong(0) == 4294967295L) {
      target.remove("minimum");
      target.remove("maximum");
      target.put("format", "uint32");
    }
    format(source, target);
    limits(source, target);
    if (source.path("default").isValueNode()
        && source.get("default").asString("").length() < LONG_DEFAULT) {
      target.set("default", source.get("default"));
    }
    if (source.has("required")) {
      ArrayNode required = NODES.arrayNode();
      for (JsonNode name : source.get("required")) {
        // The API server fills in defaults before it asks for required fields.
        if (!source.path("properties").path(name.asString()).has("default")) {
          required.add(name);
        }
      }
      if (!required.isEmpty()) {
        target.set("required", required);
      }
    }
    exclusions(source, target);
    children(source, target);
    return target;
  }

  private void children(JsonNode source, ObjectNode target) {
    if (source.has("items")) {
      target.set("items", convert(source.get("items")));
    }
    if (source.path("additionalProperties").isObject()) {
      target.set("additionalProperties", convert(source.get("additionalProperties")));
    } else if (source.path("additionalProperties").asBoolean(false)
        || source.path("x-kubernetes-preserve-unknown-fields").asBoolean(false)) {
      target.put("additionalProperties", true);
    }
    if (source.has("properties")) {
      ObjectNode properties = target.putObject("properties");
      for (Map.Entry<String, JsonNode> entry : source.get("properties").properties()) {
        properties.set(entry.getKey(), convert(entry.getValue()));
      }
    } else if ("object".equals(source.path("type").asString(""))
        && !target.has("additionalProperties")) {
      // An object without any field listed: all of it would be pruned; nobody means that.
      target.put("additionalProperties", true);
    }
  }

  private void format(JsonNode source, ObjectNode target) {
    String pattern = source.path("pattern").asString("");
    if (!pattern.isEmpty()) {
      String format = formats.get(pattern);
      if (format == null) {
        target.put("pattern", pattern);
      } else {
        target.put("format", format);
      }
    }
    switch (source.path("format").asString("")) {
      case "int32" -> target.put("format", "int32");
      case "cidr", "ipv4", "ipv6", "date-time", "duration" ->
          target.put("format", source.get("format").asString());
      case "byte" -> target.put("format", "base64");
      default -> {
        // int64, double, float, idn-hostname: nothing that type and limits do not say.
      }
    }
  }

  private static void limits(JsonNode source, ObjectNode target) {
    switch (source.path("x-kubernetes-list-type").asString("")) {
      case "set" -> target.put("uniqueItems", true);
      case "map" -> target.set("uniqueBy", source.get("x-kubernetes-list-map-keys"));
      default -> {
        // atomic: no limit
      }
    }
  }

  /** oneOf and anyOf over single required fields; other combinations cannot be told in a few words. */
  private static void exclusions(JsonNode source, ObjectNode target) {
    exclusion(source, target);
    for (JsonNode part : source.path("allOf")) {
      exclusion(part, target);
    }
  }

  private static void exclusion(JsonNode source, ObjectNode target) {
    JsonNode oneOf = source.path("oneOf");
    if (oneOf.isArray()) {
      List<String> names = new ArrayList<>();
      boolean noneAllowed = false;
      for (JsonNode alternative : oneOf) {
        String name = onlyRequired(alternative);
        if (name != null) {
          names.add(name);
        } else if (alternative.has("not")) {
          noneAllowed = true;
        } else {
          return;
        }
      }
      if (names.size() > 1) {
        add(target, noneAllowed ? "mutuallyExclusive" : "exactlyOneOf", names);
      }
    }
    JsonNode anyOf = source.path("anyOf");
    if (anyOf.isArray()) {
      List<String> names = new ArrayList<>();
      for (JsonNode alternative : anyOf) {
        String name = onlyRequired(alternative);
        if (name == null) {
          return;
        }
        names.add(name);
      }
      add(target, "atLeastOneOf", names);
    }
  }

  private static void add(ObjectNode target, String keyword, List<String> names) {
    ArrayNode sets =
        target.get(keyword) instanceof ArrayNode known ? known : target.putArray(keyword);
    ArrayNode set = sets.addArray();
    names.forEach(set::add);
  }

  private static @Nullable String onlyRequired(JsonNode alternative) {
    JsonNode required = alternative.path("required");
    return required.size() == 1 && !alternative.has("not") ? required.get(0).asString() : null;
  }
}
