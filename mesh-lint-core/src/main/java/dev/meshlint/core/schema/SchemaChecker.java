package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.SchemaKind.Status;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the shape of resources: names, types and values of fields, and what one object says about its own fields.
 *
 * <p>Nodes with a wrong value are marked in the resource, so that no rule reads them. Safe for use by several threads on
 * different resources.
 */
public final class SchemaChecker {
  private final BuiltInSchemas schemas;
  private final OtherSchemas others;
  private final KindNames names;

  /** Makes a checker for these schemas. */
  public SchemaChecker(BuiltInSchemas schemas) {
    this(schemas, OtherSchemas.NONE);
  }

  /**
   * Makes a checker.
   *
   * @param schemas the schemas that are asked first
   * @param others schemas for kinds and versions that the first do not know; where both know a kind, a field that one of
   *     them has is fine
   */
  public SchemaChecker(BuiltInSchemas schemas, OtherSchemas others) {
    this.schemas = schemas;
    this.others = others;
    this.names = new KindNames(schemas);
  }

  /**
   * Checks one resource.
   *
   * @param resource the resource; its wrong nodes are marked
   * @param context what decides beside the resource
   * @param out takes the problems, in the order of the file as far as possible
   */
  public void check(Resource resource, SchemaContext context, Consumer<SchemaProblem> out) {
    Problems problems = new Problems(resource, withoutFieldsOfOthers(resource, context, out));
    SchemaKind kind = schemas.find(resource.group(), resource.kind());
    SchemaKind.Version version = kind == null ? null : kind.version(resource.version());
    if (version == null
        && (Placeholders.inText(resource.apiVersion()) || Placeholders.inText(resource.kind()))) {
      return;
    }
    if (new EmbeddedConfig(resource, schemas, context, problems).checkBareFile()) {
      return;
    }
    if (ChartValues.isFile(resource)) {
      new ChartValues(schemas, context, out).check(resource);
      return;
    }
    if (!Identity.isWhole(resource)) {
      new Identity(schemas).check(resource, problems);
      return;
    }
    if (kind == null) {
      new EmbeddedConfig(resource, schemas, context, problems).checkValues();
      new ChartValues(schemas, context, out).check(resource);
      if (names.isOfOtherKubernetesGroup(resource)) {
        return;
      }
      if (!others.check(resource, context, out)) {
        names.unknownKind(resource, problems);
        new Metadata(resource, problems).check();
      }
      return;
    }
    if (version == null) {
      if (!others.check(resource, context, out)) {
        names.unknownVersion(resource, kind, problems);
        new Metadata(resource, problems).check();
      }
      return;
    }
    outdated(resource, kind, version, problems);
    experimental(resource, kind, problems);
    Metadata metadata = new Metadata(resource, problems);
    metadata.checkName();
    metadata.check();
    new EmbeddedConfig(resource, schemas, context, problems).checkProxyConfig(metadata.pod());
    new Walk(resource, kind, schemas.shape(kind, version), context, problems).run();
    if (kind.kind().equals("IstioOperator")) {
      new EmbeddedConfig(resource, schemas, context, problems).checkOperator();
    }
    if (kind.kind().equals("ConfigMap")) {
      new EmbeddedConfig(resource, schemas, context, problems).check();
    }
  }

  /** The way into a resource, from its root; without knowledge of its fields where its kind or version is not built in. */
  public FieldWay wayInto(Resource resource) {
    SchemaKind kind = schemas.find(resource.group(), resource.kind());
    SchemaKind.Version version = kind == null ? null : kind.version(resource.version());
    return kind == null || version == null
        ? new FieldWay(null, Map.of())
        : new FieldWay(schemas.shape(kind, version), embedded(kind.kind()));
  }

  /** The configuration that resources of a kind hold, by the key that it stands under. */
  private Map<String, Shape> embedded(String kind) {
    Map<String, Shape> known = new HashMap<>();
    switch (kind) {
      case "IstioOperator" -> {
        putEmbedded("meshConfig", "MeshConfig", known);
        putEmbedded("values", "IstioValues", known);
      }
      case "ConfigMap" -> {
        putEmbedded("mesh", "MeshConfig", known);
        putEmbedded("values", "IstioValues", known);
      }
      default -> {}
    }
    return known;
  }

  private void putEmbedded(String key, String kindName, Map<String, Shape> known) {
    SchemaKind kind = schemas.find(EmbeddedConfig.GROUP, kindName);
    SchemaKind.Version version = kind == null ? null : kind.current();
    if (kind != null && version != null) {
      known.put(key, schemas.shape(kind, version));
    }
  }

  /** Takes out unknown fields that the other schemas know: the user's definitions may be newer than ours. */
  private Consumer<SchemaProblem> withoutFieldsOfOthers(
      Resource resource, SchemaContext context, Consumer<SchemaProblem> out) {
    if (others == OtherSchemas.NONE) {
      return out;
    }
    Set<YamlNode> unknown = new HashSet<>();
    Resource copy = resource.unmarked();
    boolean known =
        others.check(
            copy,
            context,
            problem -> {
              if (problem.rule().equals(Rules.UNKNOWN_FIELD)) {
                unknown.add(problem.at().node());
              }
            });
    return problem -> {
      if (!known
          || !problem.rule().equals(Rules.UNKNOWN_FIELD)
          || unknown.contains(problem.at().node())) {
        out.accept(problem);
      }
    };
  }

  private static void outdated(
      Resource resource, SchemaKind kind, SchemaKind.Version version, Problems problems) {
    if (version.status() == Status.CURRENT) {
      return;
    }
    YamlNode at = apiVersion(resource);
    SchemaKind.Version current = kind.current();
    String successor = current == null ? null : kind.apiVersion(current.name());
    boolean removed = version.status() == Status.REMOVED;
    String note = version.note().isEmpty() ? "" : ": " + version.note();
    boolean sameShape = current != null && current.shape() == version.shape();
    problems.report(
        removed ? Rules.REMOVED_VERSION : Rules.DEPRECATED_FIELD,
        version.severity().isEmpty() ? null : version.severity(),
        at,
        Values.quote(resource.apiVersion())
            + (removed ? " of " : " is a deprecated version of ")
            + kind.kind()
            + (removed ? " is no longer served by current releases" : "")
            + note,
        successor == null ? null : "use " + Values.quote(successor),
        successor == null || !sameShape
            ? List.of()
            : Problems.replace(at, successor, "use " + successor, true));
  }

  /** Kinds of the group of experiments are in no other channel. */
  private static void experimental(Resource resource, SchemaKind kind, Problems problems) {
    YamlNode at = resource.node().get("kind");
    if (kind.group().equals("gateway.networking.x-k8s.io") && at != null) {
      problems.report(
          Rules.EXPERIMENTAL_FIELD,
          null,
          at,
          kind.kind() + " is a kind of the experimental channel: standard definitions have none");
    }
  }

  static YamlNode apiVersion(Resource resource) {
    @Nullable YamlNode node = resource.node().get("apiVersion");
    return node == null ? resource.node() : node;
  }
}
