package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into nodes whose shape nobody has checked: what is of another type is not there. */
final class Nodes {
  private Nodes() {}

  static @Nullable String text(YamlMapping mapping, String key) {
    return text(mapping.get(key));
  }

  static @Nullable String text(@Nullable YamlNode node) {
    return node instanceof YamlScalar scalar && !scalar.isNull() ? scalar.text() : null;
  }

  static @Nullable YamlMapping mapping(YamlMapping mapping, String key) {
    return mapping.get(key) instanceof YamlMapping value ? value : null;
  }

  static List<YamlNode> items(YamlMapping mapping, String key) {
    return mapping.get(key) instanceof YamlSequence sequence ? sequence.items() : List.of();
  }

  static List<YamlMapping> mappings(YamlMapping mapping, String key) {
    List<YamlMapping> found = new ArrayList<>();
    for (YamlNode item : items(mapping, key)) {
      if (item instanceof YamlMapping value) {
        found.add(value);
      }
    }
    return found;
  }

  static List<String> texts(YamlMapping mapping, String key) {
    List<String> found = new ArrayList<>();
    for (YamlNode item : items(mapping, key)) {
      String text = text(item);
      if (text != null) {
        found.add(text);
      }
    }
    return found;
  }

  /** The entries of a mapping whose values are scalars. */
  static Map<String, String> textMap(YamlMapping mapping, String key) {
    Map<String, String> entries = new LinkedHashMap<>();
    YamlMapping values = mapping(mapping, key);
    if (values != null) {
      for (YamlMapping.Entry entry : values.entries()) {
        String name = entry.name();
        String value = text(entry.value());
        if (name != null && value != null) {
          entries.put(name, value);
        }
      }
    }
    return entries;
  }
}
