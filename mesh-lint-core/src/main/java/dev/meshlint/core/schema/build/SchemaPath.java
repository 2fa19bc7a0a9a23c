package dev.meshlint.core.schema.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds places in a schema by the paths that {@link RuleLayer} describes. */
final class SchemaPath {
  private SchemaPath() {}

  /**
   * The places at the end of a path.
   *
   * @param make whether to make a field that does not exist, where the object around it does
   */
  static List<ObjectNode> find(ObjectNode schema, String path, boolean make) {
    List<ObjectNode> places = List.of(schema);
    List<String> steps = steps(path);
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      List<ObjectNode> next = new ArrayList<>();
      for (ObjectNode place : places) {
        step(place, steps.get(i), make && last, next);
      }
      places = next;
    }
    return places;
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean special = depth == 0 && (c == '[' || c == '{');
      if (depth == 0 && c == '.' || special) {
        if (!name.isEmpty()) {
          steps.add(name.toString());
          name.setLength(0);
        }
        if (special) {
          steps.add(c == '[' ? "[]" : "{}");
          i++;
        }
      } else {
        name.append(c);
      }
    }
    if (!name.isEmpty()) {
      steps.add(name.toString());
    }
    return steps;
  }

  private static void step(ObjectNode place, String step, boolean make, List<ObjectNode> next) {
    if (step.startsWith("(")) {
      for (String name : step.substring(1, step.length() - 1).split("\\|")) {
        List<ObjectNode> deeper = find(place, name, make);
        next.addAll(deeper);
      }
      return;
    }
    switch (step) {
      case "[]" -> addIfSchema(place.get("items"), next);
      case "{}" -> addIfSchema(place.get("additionalProperties"), next);
      case "*" -> {
        for (Map.Entry<String, JsonNode> property : place.path("properties").properties()) {
          next.add((ObjectNode) property.getValue());
        }
      }
      default -> {
        JsonNode property = place.path("properties").path(step);
        if (property.isMissingNode() && make) {
          ObjectNode properties =
              place.get("properties") instanceof ObjectNode known
                  ? known
                  : place.putObject("properties");
          property = properties.putObject(step);
        }
        addIfSchema(property, next);
      }
    }
  }

  private static void addIfSchema(@Nullable JsonNode node, List<ObjectNode> next) {
    if (node instanceof ObjectNode schema) {
      next.add(schema);
    }
  }
}
