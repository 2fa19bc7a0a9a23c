package dev.meshlint.core.schema.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema files of a folder, put together: the shapes below {@code generated} and {@code written}, and the rules
 * below {@code rules} on top of them.
 */
final class SchemaSource {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Kind> kinds = new TreeMap<>();
  private final List<ObjectNode> removed = new ArrayList<>();
  private final Map<String, ObjectNode> fragments = new LinkedHashMap<>();

  /**
   * One kind.
   *
   * @param file its schema file
   * @param shapes the schema of each version, references resolved and rules put in
   */
  record Kind(ObjectNode file, Map<String, ObjectNode> shapes) {
    String group() {
      return file.path("group").asString("");
    }

    String name() {
      return file.path("kind").asString("");
    }

    String mesh() {
      String mesh = file.path("mesh").asString("");
      return mesh.isEmpty() ? Meshes.ofGroup(group()) : mesh;
    }
  }

  private SchemaSource() {}

  /**
   * Reads all files of a folder.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if rules speak of a field that does not exist
   */
  static SchemaSource read(Path folder) throws IOException {
    SchemaSource source = new SchemaSource();
    for (String part : new String[] {"generated", "written"}) {
      for (Path file : yamlFiles(folder.resolve(part))) {
        for (ObjectNode document : Yaml.documents(Files.readString(file))) {
          source.addKind(document);
        }
      }
    }
    List<Path> rules = yamlFiles(folder.resolve("rules"));
    List<Map.Entry<Path, ObjectNode>> layers = new ArrayList<>();
    for (Path file : rules) {
      for (ObjectNode document : Yaml.documents(Files.readString(file))) {
        document
            .path("fragments")
            .properties()
            .forEach(entry -> source.fragments.put(entry.getKey(), (ObjectNode) entry.getValue()));
        document.path("removed").forEach(entry -> source.removed.add((ObjectNode) entry));
        if (document.has("kinds")) {
          layers.add(Map.entry(file, document));
        }
      }
    }
    Set<String> unmatched = new HashSet<>();
    for (Map.Entry<Path, ObjectNode> layer : layers) {
      try {
        source.apply(layer.getKey().getFileName().toString(), layer.getValue(), unmatched);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(layer.getKey() + ": " + e.getMessage(), e);
      }
    }
    List<String> withoutPlace = RuleLayer.withoutPlace(unmatched);
    if (!withoutPlace.isEmpty()) {
      throw new IllegalArgumentException("rules for fields that do not exist: " + withoutPlace);
    }
    return source;
  }

  /** The kinds of one tree of files that the importer has made; for definitions that users bring. */
  static SchemaSource of(Iterable<ObjectNode> files) {
    SchemaSource source = new SchemaSource();
    files.forEach(source::addKind);
    return source;
  }

  Map<String, Kind> kinds() {
    return kinds;
  }

  List<ObjectNode> removed() {
    return removed;
  }

  private void addKind(ObjectNode file) {
    Map<String, ObjectNode> shapes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> version : file.get("versions").properties()) {
      JsonNode reference = version.getValue().path("$ref");
      JsonNode own = version.getValue().path("schema");
      ObjectNode schema =
          own instanceof ObjectNode inline
              ? inline
              : reference.isMissingNode() ? file : References.target(file, reference.asString());
      ObjectNode expanded = References.expand(file, schema);
      expanded.remove(
          List.of("group", "kind", "plural", "scope", "mesh", "names", "versions", "$defs"));
      shapes.put(version.getKey(), expanded);
    }
    Kind kind = new Kind(file, shapes);
    kinds.put(kind.group() + "/" + kind.name(), kind);
  }

  private void apply(String file, ObjectNode layer, Set<String> unmatched) {
    for (JsonNode name : layer.get("kinds")) {
      Kind kind = kinds.get(name.asString());
      if (kind == null) {
        throw new IllegalArgumentException("no kind " + name.asString());
      }
      for (Map.Entry<String, JsonNode> version : layer.path("versions").properties()) {
        ObjectNode versions = (ObjectNode) kind.file().get("versions");
        if (versions.get(version.getKey()) instanceof ObjectNode entry) {
          entry.setAll((ObjectNode) version.getValue());
        } else if (version.getValue().path("served").asBoolean(true)) {
          throw new IllegalArgumentException("no version " + version.getKey());
        } else {
          // a version that was served once: definitions of today do not have it
          versions.set(version.getKey(), version.getValue());
          kind.shapes().put(version.getKey(), kind.shapes().values().iterator().next().deepCopy());
        }
      }
      for (String property : new String[] {"mesh", "names"}) {
        if (layer.has(property)) {
          kind.file().set(property, layer.get(property));
        }
      }
      for (Map.Entry<String, ObjectNode> shape : kind.shapes().entrySet()) {
        if (appliesTo(layer, shape.getKey())) {
          new RuleLayer(shape.getValue(), fragments, unmatched)
              .apply(
                  file + " " + layer.get("kinds"),
                  layer.path("rules") instanceof ObjectNode rules ? rules : NODES.objectNode());
        }
      }
    }
  }

  private static boolean appliesTo(ObjectNode layer, String version) {
    if (!layer.has("only")) {
      return true;
    }
    for (JsonNode only : layer.get("only")) {
      if (only.asString().equals(version)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> yamlFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
