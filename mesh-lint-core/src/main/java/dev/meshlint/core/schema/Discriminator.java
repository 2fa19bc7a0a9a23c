package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value says which one of several other fields belongs beside it: {@code discriminator: {field: type,
 * blocks: {URLRewrite: urlRewrite, …}}}.
 *
 * @param field the field that decides
 * @param blocks its values, with the field that belongs to each
 */
record Discriminator(String field, Map<String, String> blocks) implements Check {
  static Discriminator of(Map<String, Object> source) {
    return new Discriminator(
        String.valueOf(source.get("field")), KeywordTree.texts(source.get("blocks")));
  }

  @Override
  public void run(YamlNode node, Scope scope, Problems problems) {
    if (!(node instanceof YamlMapping mapping)
        || !(Scope.get(mapping, field) instanceof YamlScalar decider)
        || scope.isOpen(decider)) {
      return;
    }
    String wanted = blocks.get(decider.text());
    List<YamlMapping.Entry> others = new ArrayList<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      String name = entry.name();
      if (name != null
          && blocks.containsValue(name)
          && !name.equals(wanted)
          && !Scope.isNull(entry.value())) {
        others.add(entry);
      }
    }
    boolean missing = wanted != null && Scope.get(mapping, wanted) == null;
    for (YamlMapping.Entry other : others) {
      String type = typeOf(String.valueOf(other.name()));
      boolean only = missing && others.size() == 1 && type != null;
      List<Fix> fixes =
          only && type != null
              ? Problems.replace(decider, type, "set " + field + " to " + type, true)
              : List.of();
      problems.report(
          Rules.CONFLICTING_FIELDS,
          null,
          other.key(),
          Values.quote(String.valueOf(other.name()))
              + " does not belong to "
              + field
              + " "
              + Values.quote(decider.text()),
          only ? "did you mean " + field + " " + Values.quote(String.valueOf(type)) + "?" : null,
          fixes);
    }
    if (missing && wanted != null) {
      problems.missing(
          Rules.MISSING_FIELD,
          null,
          scope.placeOf(mapping),
          wanted,
          field
              + " "
              + Values.quote(decider.text())
              + " needs "
              + Values.quote(wanted)
              + ": it is missing",
          null);
    }
  }

  private @Nullable String typeOf(String block) {
    for (Map.Entry<String, String> entry : blocks.entrySet()) {
      if (entry.getValue().equals(block)) {
        return entry.getKey();
      }
    }
    return null;
  }
}
