package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists in which something may occur only once. */
final class Repetitions {
  private Repetitions() {}

  /** Texts that may occur only once. */
  static void items(
      YamlSequence sequence, String name, Scope scope, String rule, Problems problems) {
    Map<String, YamlNode> seen = new HashMap<>();
    for (YamlNode item : sequence.items()) {
      String text = ValuePath.text(item);
      if (text == null || scope.isOpen(item)) {
        continue;
      }
      YamlNode first = seen.putIfAbsent(text, item);
      if (first != null) {
        problems.reportBeside(
            rule,
            null,
            item,
            Values.quote(text) + " is listed twice in " + Values.quote(name),
            first,
            "first listed here");
      }
    }
  }

  /** Objects that are told apart by some of their fields; where one of these is unknown nothing is said. */
  static void byKeys(
      YamlSequence sequence,
      List<String> keys,
      @Nullable Shape items,
      Scope scope,
      String rule,
      Problems problems) {
    Map<String, YamlNode> seen = new HashMap<>();
    for (YamlNode item : sequence.items()) {
      if (!(item instanceof YamlMapping mapping) || scope.isOpen(item)) {
        continue;
      }
      String identity = identity(mapping, keys, items, scope);
      if (identity == null) {
        continue;
      }
      YamlNode at = place(mapping, keys);
      YamlNode first = seen.putIfAbsent(identity, at);
      if (first != null) {
        problems.reportBeside(
            rule,
            null,
            at,
            describe(mapping, keys) + " is used twice: it must be unique in the list",
            first,
            "first used here");
      }
    }
  }

  private static @Nullable String identity(
      YamlMapping mapping, List<String> keys, @Nullable Shape items, Scope scope) {
    StringBuilder identity = new StringBuilder();
    boolean any = false;
    for (String key : keys) {
      YamlNode value = Scope.get(mapping, key);
      if (value == null) {
        Shape field = items == null ? null : items.field(key);
        String fallback = field == null || field.extras == null ? null : field.extras.fallback();
        identity.append(fallback == null ? "" : fallback).append('\n');
        continue;
      }
      if (!(value instanceof YamlScalar scalar) || scope.isOpen(value)) {
        return null;
      }
      any = true;
      identity.append(scalar.text()).append('\n');
    }
    return any ? identity.toString() : null;
  }

  private static YamlNode place(YamlMapping mapping, List<String> keys) {
    YamlNode only = keys.size() == 1 ? Scope.get(mapping, keys.get(0)) : null;
    return only == null ? mapping : only;
  }

  private static String describe(YamlMapping mapping, List<String> keys) {
    StringBuilder text = new StringBuilder();
    for (String key : keys) {
      String value = ValuePath.text(Scope.get(mapping, key));
      if (value != null) {
        text.append(text.isEmpty() ? "" : " with ")
            .append(key)
            .append(' ')
            .append(Values.quote(value));
      }
    }
    return text.toString();
  }
}
