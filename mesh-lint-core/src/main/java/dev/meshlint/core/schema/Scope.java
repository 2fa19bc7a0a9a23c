package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the walker is: the resource and the mappings around the value that is being checked. */
final class Scope {
  private final Resource resource;
  private final List<YamlMapping> around = new ArrayList<>();
  private final boolean blanks;
  private @Nullable YamlNode judged;
  private @Nullable YamlNode judgedKey;

  Scope(Resource resource) {
    this.resource = resource;
    this.blanks =
        get(resource.node(), "metadata") instanceof YamlMapping metadata
            && metadata.get("name") != null
            && get(metadata, "name") == null;
  }

  /**
   * Whether a key without a value is left for a program to fill in. It is in resources whose name is written but empty:
   * no API server takes them as they are.
   */
  boolean isBlank(YamlMapping mapping, String key) {
    return blanks && mapping.get(key) != null && get(mapping, key) == null;
  }

  /** As {@link #isBlank}, of an item of a list. */
  boolean hasBlanks() {
    return blanks;
  }

  Resource resource() {
    return resource;
  }

  void enter(YamlMapping mapping) {
    around.add(mapping);
  }

  void leave() {
    around.remove(around.size() - 1);
  }

  /** Says which object is judged as a whole from now on, and under which key it stands; null for items of a list. */
  void judge(YamlNode object, @Nullable YamlNode key) {
    judged = object;
    judgedKey = key;
  }

  /** Where to say that something is missing in an object: its key, where it has one. */
  YamlNode placeOf(YamlNode object) {
    return object == judged && judgedKey != null ? judgedKey : object;
  }

  /** The mapping that many levels around the current value, 1 being the nearest; null outside the resource. */
  @Nullable YamlMapping around(int levels) {
    int at = around.size() - levels;
    return at < 0 ? null : around.get(at);
  }

  /** Whether nothing may be concluded from a value: it is a placeholder, or a problem has been found in it. */
  boolean isOpen(YamlNode node) {
    return resource.isInvalid(node) || isPlaceholder(node);
  }

  /** Whether a node stands for something that is filled in later, in a form that no ordinary value has. */
  static boolean isPlaceholder(YamlNode node) {
    return node instanceof YamlScalar scalar
        ? Placeholders.inText(scalar.text())
        : node instanceof YamlMapping mapping && hasPlaceholderKey(mapping);
  }

  /** An unquoted <code>{{ x }}</code> is a mapping whose key is a mapping. */
  private static boolean hasPlaceholderKey(YamlMapping mapping) {
    return mapping.entries().size() == 1 && mapping.entries().get(0).key() instanceof YamlMapping;
  }

  /** Whether brackets hold one word that is to be replaced, brackets and all: {@code [YOUR_TOKEN]}. */
  static boolean isBracketedWord(YamlSequence sequence) {
    if (sequence.items().size() != 1
        || !(sequence.items().get(0) instanceof YamlScalar scalar)
        || scalar.text().indexOf('_') < 0) {
      return false;
    }
    for (int i = 0; i < scalar.text().length(); i++) {
      char c = scalar.text().charAt(i);
      if (c != '_' && (c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  static boolean isNull(@Nullable YamlNode node) {
    return node == null || node instanceof YamlScalar scalar && scalar.isNull();
  }

  /** The value of a key, or null where it is absent or null. */
  static @Nullable YamlNode get(YamlMapping mapping, String key) {
    YamlNode value = mapping.get(key);
    return isNull(value) ? null : value;
  }
}
