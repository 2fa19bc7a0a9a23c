package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import java.util.function.Consumer;

/** Schemas beside the built-in ones. */
public interface OtherSchemas {
  /** No schemas. */
  OtherSchemas NONE = (resource, context, out) -> false;

  /**
   * Checks a resource if it is of a kind that these schemas know.
   *
   * @param resource the resource
   * @param context what decides beside the resource
   * @param out takes the problems
   * @return whether these schemas know the kind and version
   */
  boolean check(Resource resource, SchemaContext context, Consumer<SchemaProblem> out);
}
