package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the walker is: the resource and the mappings around the value that is being checked. */
final class Scope {
  private final Resource resource;
  private final List<YamlMapping> around = new ArrayList<>();
  private final Map<YamlMapping, Set<String>> meant = new IdentityHashMap<>(0);
  private final boolean blanks;
  private @Nullable YamlNode judged;
  private @Nullable YamlNode judgedKey;

  Scope(Resource resource) {
    this.resource = resource;
    this.blanks = OpenNodes.isForm(resource);
  }

  /** Whether a key without a value is left for a program to fill in. */
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

  /** Says which absent fields of a mapping other keys plainly stand for. */
  void addMeant(YamlMapping mapping, @Nullable Set<String> fields) {
    if (fields != null) {
      meant.put(mapping, fields);
    }
  }

  /** Whether another key plainly stands for this field: nothing may be concluded from its absence. */
  boolean isMeant(YamlMapping mapping, String field) {
    Set<String> fields = meant.get(mapping);
    return fields != null && fields.contains(field) && get(mapping, field) == null;
  }

  /** Whether nothing may be concluded from a value: it is a placeholder, or a problem has been found in it. */
  boolean isOpen(YamlNode node) {
    return resource.isInvalid(node) || OpenNodes.isPlaceholder(node);
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
