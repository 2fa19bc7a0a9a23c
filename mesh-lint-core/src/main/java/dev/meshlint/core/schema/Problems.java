package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the problems of one resource. */
final class Problems {
  private static final String CILIUM_SETTING = "cilium-invalid-setting";

  private final Resource resource;
  private final Consumer<SchemaProblem> out;

  Problems(Resource resource, Consumer<SchemaProblem> out) {
    this.resource = resource;
    this.out = out;
  }

  /** Takes problems of the values of Cilium's chart as findings of the rule about its settings. */
  static Problems ofSettings(Resource resource, Consumer<SchemaProblem> out) {
    return new Problems(
        resource,
        problem ->
            out.accept(
                new SchemaProblem(
                    CILIUM_SETTING,
                    settingCase(problem),
                    problem.at(),
                    problem.message(),
                    problem.related(),
                    problem.relatedMessage(),
                    problem.help(),
                    problem.fixes())));
  }

  private static String settingCase(SchemaProblem problem) {
    String caseName = problem.caseName();
    if (caseName != null && (caseName.equals("removed") || caseName.equals("needed"))) {
      return caseName;
    }
    return problem.rule().equals(Rules.UNKNOWN_FIELD) ? "unknown" : "value";
  }

  private record Spot(Resource resource, YamlNode node, @Nullable String absentField)
      implements Located {
    Spot(Resource resource, YamlNode node) {
      this(resource, node, null);
    }
  }

  /**
   * Reports a field that an object lacks, at the object. The resource itself has no path: there the missing field says which
   * part is meant.
   */
  void missing(
      String rule,
      @Nullable String severity,
      YamlNode object,
      @Nullable String field,
      String message,
      @Nullable String help) {
    out.accept(
        new SchemaProblem(
            rule,
            severity,
            new Spot(resource, object, object == resource.node() ? field : null),
            message,
            null,
            null,
            help,
            List.of()));
  }

  void report(String rule, @Nullable String severity, YamlNode at, String message) {
    report(rule, severity, at, message, null, List.of());
  }

  void report(
      String rule,
      @Nullable String severity,
      YamlNode at,
      String message,
      @Nullable String help,
      List<Fix> fixes) {
    out.accept(
        new SchemaProblem(
            rule, severity, new Spot(resource, at), message, null, null, help, fixes));
  }

  void reportBeside(
      String rule,
      @Nullable String severity,
      YamlNode at,
      String message,
      YamlNode related,
      String relatedMessage) {
    out.accept(
        new SchemaProblem(
            rule,
            severity,
            new Spot(resource, at),
            message,
            new Spot(resource, related),
            relatedMessage,
            null,
            List.of()));
  }

  /** Reports a wrong value and hides it from all views. */
  void invalid(String rule, @Nullable String severity, YamlNode value, String message) {
    invalid(rule, severity, value, message, null, List.of());
  }

  void invalid(
      String rule,
      @Nullable String severity,
      YamlNode value,
      String message,
      @Nullable String help,
      List<Fix> fixes) {
    report(rule, severity, value, message, help, fixes);
    resource.markInvalid(value);
  }

  /**
   * The fix, never a safe one, that takes out what has no effect; none where that cannot be done alone, or where it would
   * leave a mapping without entries, which may be refused.
   */
  static List<Fix> remove(@Nullable YamlNode around, YamlNode node) {
    Fix fix = null;
    if (around instanceof YamlSequence sequence) {
      fix = Fixes.removeItem("remove the entry", false, sequence, node);
    } else if (around instanceof YamlMapping mapping && mapping.size() > 1) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (entry.value() == node) {
          fix = Fixes.removeEntry("remove \"" + entry.name() + '"', false, mapping, entry);
        }
      }
    }
    return fix == null ? List.of() : List.of(fix);
  }

  /** The fix that puts a text in place of a node; none where the node is shared by aliases. */
  static List<Fix> replace(YamlNode node, String text, String description, boolean safe) {
    return node.shared()
        ? List.of()
        : List.of(
            new Fix(
                description,
                safe,
                List.of(new TextEdit(node.file(), node.start(), node.end(), text))));
  }
}
