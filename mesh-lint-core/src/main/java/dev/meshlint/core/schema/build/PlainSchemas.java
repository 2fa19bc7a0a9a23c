package dev.meshlint.core.schema.build;

import dev.meshlint.core.schema.BuiltInSchemas;
import dev.meshlint.core.schema.EmbeddedConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema files with our own words switched off: what plain JSON Schema can say of each kind, once as the tables of our
 * checker and once for any other judge.
 *
 * <p>Immutable.
 */
public final class PlainSchemas {
  private static final Set<String> CHOICES =
      Set.of("mutuallyExclusive", "exactlyOneOf", "atLeastOneOf");
  private static final Set<String> ABOUT_KINDS =
      Set.of("group", "kind", "plural", "scope", "mesh", "names");

  private final BuiltInSchemas tables;
  private final List<Version> versions;

  /**
   * A version of a kind.
   *
   * @param group its API group; empty for the core group
   * @param version its name inside the group
   * @param kind the kind
   * @param shape what may stand in it, in the words of the schema files
   */
  public record Version(String group, String version, String kind, ObjectNode shape) {
    /** What may stand in the whole resource, in JSON Schema 2020-12. */
    public ObjectNode standard() {
      return StandardSchema.ofResource(shape);
    }
  }

  private PlainSchemas(BuiltInSchemas tables, List<Version> versions) {
    this.tables = tables;
    this.versions = List.copyOf(versions);
  }

  /**
   * Reads the schema files of a folder.
   *
   * @param folder holds {@code generated}, {@code written} and {@code rules}
   * @throws IOException if a file cannot be read
   */
  public static PlainSchemas read(Path folder) throws IOException {
    List<ObjectNode> files = new ArrayList<>();
    List<Version> versions = new ArrayList<>();
    for (SchemaSource.Kind kind : SchemaSource.read(folder).kinds().values()) {
      // Another judge would not find configuration inside of resources.
      if (kind.group().equals(EmbeddedConfig.GROUP)) {
        continue;
      }
      ObjectNode file = JsonNodeFactory.instance.objectNode();
      for (String word : ABOUT_KINDS) {
        if (kind.file().has(word)) {
          file.set(word, kind.file().get(word));
        }
      }
      ObjectNode all = file.putObject("versions");
      for (Map.Entry<String, ObjectNode> shape : kind.shapes().entrySet()) {
        ObjectNode plain = plain(shape.getValue());
        ObjectNode version =
            ((ObjectNode) kind.file().get("versions").get(shape.getKey())).deepCopy();
        version.remove("$ref");
        all.set(shape.getKey(), version.set("schema", plain));
        versions.add(new Version(kind.group(), shape.getKey(), kind.name(), plain));
      }
      files.add(file);
    }
    byte[] tables = SchemaCompiler.compile(SchemaSource.of(files));
    return new PlainSchemas(BuiltInSchemas.of(tables), versions);
  }

  /** The tables of all kinds for our checker. */
  public BuiltInSchemas tables() {
    return tables;
  }

  /** All versions of all kinds that are resources. */
  public List<Version> versions() {
    return versions;
  }

  private static ObjectNode plain(ObjectNode shape) {
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> word : shape.properties()) {
      String name = word.getKey();
      if (StandardSchema.keeps(name)) {
        plain.set(name, word.getValue());
      } else if (CHOICES.contains(name)) {
        plain.set(name, RuleLayer.normal(name, word.getValue()));
      } else if (name.equals("items") || name.equals("additionalProperties")) {
        plain.set(name, word.getValue() instanceof ObjectNode one ? plain(one) : word.getValue());
      } else if (name.equals("properties")) {
        ObjectNode fields = plain.putObject(name);
        word.getValue()
            .properties()
            .forEach(field -> fields.set(field.getKey(), plain((ObjectNode) field.getValue())));
      }
    }
    return plain;
  }
}
