package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that are deprecated, of another channel, or younger than the release in use. */
final class FieldState {
  private final SchemaKind kind;
  private final @Nullable String target;
  private final Problems problems;

  FieldState(SchemaKind kind, SchemaContext context, Problems problems) {
    this.kind = kind;
    this.target = context.target(kind.mesh());
    this.problems = problems;
  }

  void check(Shape field, YamlMapping.Entry entry, String key) {
    Shape.Extras extras = field.extras;
    if (extras == null || Scope.isNull(entry.value())) {
      return;
    }
    YamlNode at = entry.key();
    if (extras.deprecation() != null) {
      String successor = extras.replacedBy();
      List<Fix> fixes =
          successor == null
              ? List.of()
              : Problems.replace(at, successor, "rename it to " + successor, true);
      problems.report(
          Rules.DEPRECATED_FIELD,
          extras.severity(),
          at,
          Values.quote(key)
              + " is deprecated"
              + (extras.deprecation().isEmpty() ? "" : ": " + extras.deprecation()),
          successor == null ? null : "use " + Values.quote(successor),
          fixes);
    }
    if (extras.since() != null && target != null && Releases.isOlder(target, extras.since())) {
      problems.report(
          Rules.UNKNOWN_FIELD,
          "warning",
          at,
          Values.quote(key)
              + " exists since "
              + kind.mesh()
              + " "
              + extras.since()
              + ": release "
              + target
              + " drops it");
    } else if (extras.channel() != null) {
      problems.report(
          Rules.EXPERIMENTAL_FIELD,
          null,
          at,
          Values.quote(key)
              + " is a field of the "
              + extras.channel()
              + " channel: with the standard definitions it is dropped without a word");
    }
  }
}
