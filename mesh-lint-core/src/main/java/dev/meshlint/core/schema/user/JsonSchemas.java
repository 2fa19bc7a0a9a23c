package dev.meshlint.core.schema.user;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.OpenNodes;
import dev.meshlint.core.schema.SchemaProblem;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Schemas of Kubernetes objects, judged by a JSON Schema library and spoken of in our words. */
final class JsonSchemas {
  private final Map<String, Schema> schemas = new HashMap<>();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private record Spot(Resource resource, YamlNode node, @Nullable String absentField)
      implements Located {}

  /** Adds a schema; one that names no kind is passed over. */
  void add(String text) {
    JsonNode schema = JsonMapper.shared().readTree(text);
    JsonNode kinds = schema.path("x-kubernetes-group-version-kind");
    for (JsonNode kind : kinds) {
      add(
          kind.path("group").asString(""),
          kind.path("version").asString(""),
          kind.path("kind").asString(""),
          schema);
    }
    if (kinds.isEmpty()) {
      String apiVersion = onlyValue(schema.path("properties").path("apiVersion"));
      String kind = onlyValue(schema.path("properties").path("kind"));
      int slash = apiVersion.indexOf('/');
      if (!apiVersion.isEmpty() && !kind.isEmpty()) {
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        add(group, apiVersion.substring(slash + 1), kind, schema);
      }
    }
  }

  /** Adds the schema of a kind. */
  void add(String group, String version, String kind, JsonNode schema) {
    schemas.put(group + "/" + version + "/" + kind, registry.getSchema(schema));
  }

  private static String onlyValue(JsonNode property) {
    JsonNode values = property.path("enum");
    return values.size() == 1 ? values.get(0).asString("") : property.path("const").asString("");
  }

  /** Whether there is a schema for this resource; judges it if so. */
  boolean check(Resource resource, Consumer<SchemaProblem> out) {
    Schema schema =
        schemas.get(resource.group() + "/" + resource.version() + "/" + resource.kind());
    if (schema == null) {
      return false;
    }
    Set<String> said = new HashSet<>();
    for (Error error : errors(schema, resource)) {
      Wording wording = Wording.of(error);
      YamlNode node = YamlAsJson.find(resource.node(), error.getInstanceLocation());
      if (wording == null
          || isOpen(wording, node, resource)
          || !said.add(error.getInstanceLocation() + " " + wording.message())) {
        continue;
      }
      out.accept(
          new SchemaProblem(
              wording.rule(),
              new Spot(resource, wording.place(node), wording.absentField()),
              wording.message(),
              null,
              null,
              null,
              List.of()));
      if (wording.isAboutValue()) {
        resource.markInvalid(node);
      }
    }
    return true;
  }

  /** Null counts as absent, but a field that does not exist is as wrong with null as with anything else. */
  private static List<Error> errors(Schema schema, Resource resource) {
    JsonNode json = YamlAsJson.of(resource.node());
    JsonNode all = YamlAsJson.ofAll(resource.node());
    List<Error> errors = new ArrayList<>(schema.validate(json));
    if (!all.equals(json)) {
      schema.validate(all).stream()
          .filter(error -> error.getKeyword().equals("additionalProperties"))
          .forEach(errors::add);
    }
    return errors;
  }

  /** Whether something else fills in later what is wrong now. */
  private static boolean isOpen(Wording wording, YamlNode node, Resource resource) {
    if (node instanceof YamlScalar scalar) {
      return wording.isChoice()
          ? Placeholders.inText(scalar.text())
          : Placeholders.inName(scalar.text());
    }
    if (node instanceof YamlSequence sequence) {
      return OpenNodes.isBracketedWord(sequence);
    }
    String absent = wording.absentField();
    return OpenNodes.isPlaceholder(node)
        || absent != null && ((YamlMapping) node).get(absent) != null && OpenNodes.isForm(resource);
  }
}
