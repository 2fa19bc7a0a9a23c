package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways into lists and objects for {@link NamedChecks}. */
final class Items {
  private Items() {}

  /** The items of a list that are no null. */
  static List<YamlNode> of(@Nullable YamlNode node) {
    List<YamlNode> items = new ArrayList<>();
    if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (!Scope.isNull(item)) {
          items.add(item);
        }
      }
    }
    return items;
  }

  /** The texts of a list; null if one of them cannot be known. */
  static @Nullable List<YamlScalar> texts(@Nullable YamlNode node, Scope scope) {
    List<YamlScalar> texts = new ArrayList<>();
    for (YamlNode item : of(node)) {
      if (!(item instanceof YamlScalar scalar) || scope.isOpen(item)) {
        return null;
      }
      texts.add(scalar);
    }
    return texts;
  }

  /** The value under a chain of keys, or null. */
  static @Nullable YamlNode at(@Nullable YamlNode node, String... keys) {
    YamlNode at = node;
    for (String key : keys) {
      at = at instanceof YamlMapping mapping ? Scope.get(mapping, key) : null;
    }
    return at;
  }

  /** The text under a chain of keys; null if it is absent, no scalar or cannot be known. */
  static @Nullable String text(@Nullable YamlNode node, Scope scope, String... keys) {
    YamlNode value = at(node, keys);
    return value == null || scope.isOpen(value) ? null : ValuePath.text(value);
  }
}
