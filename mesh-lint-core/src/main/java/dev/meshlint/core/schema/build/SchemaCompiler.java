package dev.meshlint.core.schema.build;

import dev.meshlint.core.schema.BuiltInSchemas;
import dev.meshlint.core.schema.EmbeddedConfig;
import dev.meshlint.core.schema.SchemaKind.Status;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compiles schema files to the tables that {@link dev.meshlint.core.schema.BuiltInSchemas} reads.
 *
 * <p>Not thread-safe.
 */
public final class SchemaCompiler {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SchemaCompiler() {}

  /**
   * The tables of all schema files of a folder.
   *
   * @param folder holds {@code generated}, {@code written} and {@code rules}
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a file is wrong
   */
  public static byte[] compile(Path folder) throws IOException {
    SchemaSource source = SchemaSource.read(folder);
    return tables(source.kinds().values(), source.removed());
  }

  /**
   * The tables of definitions that users bring.
   *
   * @param importer has read the definitions
   */
  public static byte[] compile(SchemaImporter importer) {
    return tables(SchemaSource.of(importer.kinds().values()).kinds().values(), List.of());
  }

  static byte[] compile(SchemaSource source) {
    return tables(source.kinds().values(), source.removed());
  }

  private static byte[] tables(Collection<SchemaSource.Kind> kinds, List<ObjectNode> removed) {
    List<byte[]> blobs = new ArrayList<>();
    List<Map<String, Integer>> roots = new ArrayList<>();
    int total = 0;
    for (SchemaSource.Kind kind : kinds) {
      ShapeWriter writer = new ShapeWriter();
      Map<String, Integer> numbers = new LinkedHashMap<>();
      for (Map.Entry<String, ObjectNode> shape : kind.shapes().entrySet()) {
        try {
          numbers.put(shape.getKey(), writer.add(withMetadata(shape.getValue(), kind)));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(kind.name() + ": " + e.getMessage(), e);
        }
      }
      roots.add(numbers);
      byte[] blob = writer.bytes();
      blobs.add(blob);
      total += blob.length;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(kinds.size());
      int distance = total;
      int index = 0;
      for (SchemaSource.Kind kind : kinds) {
        header(out, kind, roots.get(index));
        out.writeInt(distance);
        out.writeInt(blobs.get(index).length);
        distance -= blobs.get(index).length;
        index++;
      }
      out.writeShort(removed.size());
      for (ObjectNode gone : removed) {
        String group = gone.path("group").asString("");
        out.writeUTF(group);
        out.writeUTF(gone.path("kind").asString("*"));
        out.writeUTF(Meshes.ofGroup(group));
        out.writeUTF(gone.path("severity").asString(""));
        out.writeUTF(gone.path("successor").asString(""));
      }
      for (byte[] blob : blobs) {
        out.write(blob);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    BuiltInSchemas.of(bytes.toByteArray()).readAll();
    return bytes.toByteArray();
  }

  private static void header(
      DataOutputStream out, SchemaSource.Kind kind, Map<String, Integer> roots) throws IOException {
    out.writeUTF(kind.group());
    out.writeUTF(kind.name());
    out.writeUTF(kind.mesh());
    out.writeBoolean(kind.file().path("scope").asString("").equals("Cluster"));
    JsonNode versions = kind.file().get("versions");
    out.writeByte(versions.size());
    for (Map.Entry<String, JsonNode> version : versions.properties()) {
      JsonNode entry = version.getValue();
      Status status =
          !entry.path("served").asBoolean(true)
              ? Status.REMOVED
              : entry.path("deprecated").asBoolean(false) ? Status.DEPRECATED : Status.CURRENT;
      out.writeUTF(version.getKey());
      out.writeByte(status.ordinal());
      out.writeUTF(entry.path("severity").asString(""));
      out.writeUTF(entry.path("note").asString(""));
      out.writeShort(roots.getOrDefault(version.getKey(), 0));
    }
  }

  /** What metadata holds beside what people write; source: the Kubernetes API reference, ObjectMeta. */
  private static final List<String> OTHER_METADATA =
      List.of(
          "clusterName",
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "finalizers",
          "generation",
          "initializers",
          "managedFields",
          "ownerReferences",
          "resourceVersion",
          "selfLink",
          "uid");

  /** What all kinds have beside their own fields. */
  private static ObjectNode withMetadata(ObjectNode schema, SchemaSource.Kind kind) {
    ObjectNode whole = schema.deepCopy();
    if (kind.group().equals(EmbeddedConfig.GROUP)) {
      return whole;
    }
    ObjectNode own =
        whole.get("properties") instanceof ObjectNode known ? known : NODES.objectNode();
    ObjectNode all = NODES.objectNode();
    all.putObject("apiVersion").put("type", "string");
    all.putObject("kind").put("type", "string");
    if (!own.has("metadata")) {
      all.set("metadata", metadata(kind));
    }
    if (!own.has("status")) {
      all.putObject("status");
    }
    all.setAll(own);
    whole.put("type", "object");
    whole.set("properties", all);
    return whole;
  }

  private static ObjectNode metadata(SchemaSource.Kind kind) {
    ObjectNode metadata = NODES.objectNode();
    metadata.put("type", "object");
    metadata.put("additionalProperties", true);
    metadata.put("loose", true);
    ObjectNode properties = metadata.putObject("properties");
    for (String field : OTHER_METADATA) {
      properties.putObject(field);
    }
    String names = kind.file().path("names").asString("subdomain");
    if (!names.equals("any")) {
      ObjectNode name = properties.putObject("name");
      // "n" and "y" are names of many a small object; that YAML has other plans with them is no
      // news there
      if (!kind.mesh().equals("kubernetes")) {
        name.put("type", "string");
      }
      name.put("format", names);
    }
    properties.putObject("generateName").put("type", "string");
    ObjectNode namespace = properties.putObject("namespace");
    namespace.put("type", "string");
    namespace.put("format", "dns-label");
    for (String map : List.of("labels", "annotations")) {
      ObjectNode entries = properties.putObject(map);
      entries.put("type", "object");
      ObjectNode value = entries.putObject("additionalProperties");
      if (map.equals("labels")) {
        value.put("format", "label-value");
      }
      entries.put("keys", map.equals("labels") ? "label-key" : "annotation-key");
    }
    return metadata;
  }
}
