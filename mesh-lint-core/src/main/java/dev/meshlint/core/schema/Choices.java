package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlMapping;
import java.util.List;
import java.util.Set;

/** Fields of which only one, exactly one or at least one may be set. */
final class Choices {
  private Choices() {}

  static void check(
      Shape.Extras extras,
      YamlMapping mapping,
      String name,
      Set<String> meant,
      Scope scope,
      Problems problems) {
    for (List<String> set : extras.exclusive()) {
      atMostOne(set, mapping, scope, problems);
    }
    for (List<String> set : extras.exactlyOne()) {
      atMostOne(set, mapping, scope, problems);
      atLeastOne(set, "exactly one of ", mapping, name, meant, scope, problems);
    }
    for (List<String> set : extras.atLeastOne()) {
      atLeastOne(set, "at least one of ", mapping, name, meant, scope, problems);
    }
  }

  private static void atMostOne(
      List<String> set, YamlMapping mapping, Scope scope, Problems problems) {
    YamlMapping.Entry first = null;
    for (YamlMapping.Entry entry : mapping.entries()) {
      String key = entry.name();
      if (key == null || !set.contains(key) || Scope.isNull(entry.value())) {
        continue;
      }
      if (first == null || key.equals(first.name())) {
        first = entry;
        continue;
      }
      String other = String.valueOf(first.name());
      problems.reportBeside(
          Rules.CONFLICTING_FIELDS,
          null,
          entry.key(),
          Values.quote(key)
              + " and "
              + Values.quote(other)
              + " exclude each other: set only one of them",
          first.key(),
          Values.quote(other) + " is set here");
      scope.resource().markInvalid(entry.value());
    }
  }

  private static void atLeastOne(
      List<String> set,
      String words,
      YamlMapping mapping,
      String name,
      Set<String> meant,
      Scope scope,
      Problems problems) {
    for (String key : set) {
      if (Scope.get(mapping, key) != null || meant.contains(key)) {
        return;
      }
    }
    problems.report(
        Rules.MISSING_FIELD,
        null,
        scope.placeOf(mapping),
        Values.quote(name) + " needs " + (set.size() == 1 ? "" : words) + Values.choice(set));
  }
}
