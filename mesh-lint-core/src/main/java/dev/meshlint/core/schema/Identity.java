package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges resources that lack apiVersion or kind, or have no text there: no tool can apply them. */
final class Identity {
  private final BuiltInSchemas schemas;

  Identity(BuiltInSchemas schemas) {
    this.schemas = schemas;
  }

  static boolean isWhole(Resource resource) {
    return !resource.apiVersion().isEmpty() && !resource.kind().isEmpty();
  }

  /** Reports the missing field where the other one says that a known kind is meant; else it may be no manifest. */
  void check(Resource resource, Problems problems) {
    SchemaKind meant = meant(resource);
    if (meant == null) {
      return;
    }
    boolean named = !resource.kind().isEmpty();
    String field = named ? "apiVersion" : "kind";
    String what = named ? resource.kind() : "a resource of " + Values.quote(meant.group());
    YamlNode node = resource.node().get(field);
    if (node == null || (node instanceof YamlScalar scalar && scalar.isNull())) {
      YamlNode other = resource.node().get(named ? "kind" : "apiVersion");
      // A warning: what lacks it may be a piece that another tool completes.
      problems.report(
          Rules.MISSING_FIELD,
          "warning",
          other == null ? resource.node() : other,
          what + " needs " + Values.quote(field) + ": without it no API server takes it",
          named ? help(meant) : null,
          List.of());
    } else {
      problems.report(
          Rules.WRONG_TYPE,
          null,
          node,
          Values.quote(field)
              + " must be text, not "
              + (node instanceof YamlMapping ? "an object" : "a list")
              + ": no API server takes "
              + what);
    }
  }

  private static @Nullable String help(SchemaKind kind) {
    SchemaKind.Version current = kind.current();
    return current == null
        ? null
        : "add " + Values.quote("apiVersion: " + kind.apiVersion(current.name()));
  }

  /** The only kind of that name, or some kind of that group. */
  private @Nullable SchemaKind meant(Resource resource) {
    SchemaKind found = null;
    for (SchemaKind kind : schemas.kinds()) {
      if (kind.group().equals(EmbeddedConfig.GROUP)) {
        continue;
      }
      if (kind.kind().equals(resource.kind())) {
        if (found != null) {
          return null;
        }
        found = kind;
      } else if (resource.kind().isEmpty() && kind.group().equals(resource.group())) {
        return kind;
      }
    }
    return found;
  }
}
