package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.HelmValues;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.function.Consumer;

/** Checks the values that resources and files give to Cilium's chart. What it finds is of the rule about settings. */
final class ChartValues {
  private static final String KIND = "CiliumValues";

  /** Older charts knew other keys and took other types: what is known of them is too little to judge. */
  private static final String OLDEST = "1.16";

  private final BuiltInSchemas schemas;
  private final SchemaContext context;
  private final Consumer<SchemaProblem> out;

  ChartValues(BuiltInSchemas schemas, SchemaContext context, Consumer<SchemaProblem> out) {
    this.schemas = schemas;
    this.context = context;
    this.out = out;
  }

  /** Whether a resource is nothing but a file of values. */
  static boolean isFile(Resource resource) {
    return resource.kind().equals(KIND) && resource.apiVersion().isEmpty();
  }

  /** Checks the values that a resource holds, if any. */
  void check(Resource resource) {
    for (HelmValues given : HelmValues.of(resource)) {
      if (given.isOfCilium() && !given.isTooOld() && !isTargetTooOld()) {
        check(resource, given.values());
      }
    }
  }

  private boolean isTargetTooOld() {
    String target = context.target("cilium");
    return target != null && Releases.isOlder(target, OLDEST);
  }

  private void check(Resource resource, YamlMapping values) {
    SchemaKind kind = schemas.find(EmbeddedConfig.GROUP, KIND);
    SchemaKind.Version version = kind == null ? null : kind.current();
    if (kind != null && version != null) {
      Shape shape = schemas.shape(kind, version);
      Problems problems = Problems.ofSettings(resource, out);
      new Walk(resource, kind, shape, "Cilium's chart", context, problems).run(values, "values");
    }
  }
}
