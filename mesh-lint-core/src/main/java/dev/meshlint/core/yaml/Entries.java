package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlMapping.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the entries of a mapping: pairs, then what merge keys bring, and finds duplicates in linear time. */
final class Entries {
  private static final int INDEXED_FROM = 16;

  private Entries() {}

  /** Told of a key that was written before. */
  interface Duplicates {
    void found(YamlScalar first, YamlScalar second);
  }

  static List<Entry> of(List<YamlNode> pairs, List<YamlMapping> merges, Duplicates duplicates) {
    List<Entry> entries = new ArrayList<>(pairs.size() / 2);
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      entries.add(new Entry(pairs.get(i), pairs.get(i + 1), false));
    }
    findDuplicates(entries, duplicates);
    if (!merges.isEmpty()) {
      addMerged(entries, merges);
    }
    return entries;
  }

  private static void findDuplicates(List<Entry> entries, Duplicates duplicates) {
    if (entries.size() >= INDEXED_FROM) {
      Map<String, YamlScalar> seen = new HashMap<>(entries.size() * 2);
      for (Entry entry : entries) {
        if (entry.key() instanceof YamlScalar key) {
          YamlScalar first = seen.putIfAbsent(key.text(), key);
          if (first != null) {
            duplicates.found(first, key);
          }
        }
      }
      return;
    }
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).key() instanceof YamlScalar key) {
        YamlScalar first = firstBefore(entries, i, key.text());
        if (first != null) {
          duplicates.found(first, key);
        }
      }
    }
  }

  private static @Nullable YamlScalar firstBefore(List<Entry> entries, int end, String text) {
    for (int i = 0; i < end; i++) {
      if (entries.get(i).key() instanceof YamlScalar key && key.text().equals(text)) {
        return key;
      }
    }
    return null;
  }

  private static void addMerged(List<Entry> entries, List<YamlMapping> merges) {
    Set<String> taken = new HashSet<>();
    for (Entry entry : entries) {
      String name = entry.name();
      if (name != null) {
        taken.add(name);
      }
    }
    for (YamlMapping merge : merges) {
      for (Entry entry : merge.entries()) {
        String name = entry.name();
        if (name == null || taken.add(name)) {
          YamlNode value = name == null ? entry.value() : lastValue(merge, name, entry);
          entries.add(new Entry(entry.key(), value, true));
        }
      }
    }
  }

  private static YamlNode lastValue(YamlMapping mapping, String name, Entry first) {
    Entry last = mapping.entry(name);
    return last == null ? first.value() : last.value();
  }

  /**
   * The mappings that a merge key brings, or null where its value is something else.
   *
   * @param alias whether the value is an alias; one that stands for a list cannot be merged
   */
  static @Nullable List<YamlMapping> merged(YamlNode node, boolean alias) {
    if (node instanceof YamlMapping mapping) {
      return List.of(mapping);
    }
    if (alias || !(node instanceof YamlSequence sequence)) {
      return null;
    }
    List<YamlMapping> merged = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      if (!(item instanceof YamlMapping mapping)) {
        return null;
      }
      merged.add(mapping);
    }
    return merged;
  }
}
