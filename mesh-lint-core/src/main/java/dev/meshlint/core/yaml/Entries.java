package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlMapping.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a mapping: pairs, then what merge keys bring.
 *
 * @param keys the keys
 * @param pairs keys and values by turns
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and made once for each mapping
record Entries(Keys keys, YamlNode[] pairs) {
  private static final int INDEXED_FROM = 16;
  private static final YamlNode[] NONE = {};

  /** Told of a key that was written before. */
  interface Duplicates {
    void found(YamlScalar first, YamlScalar second);
  }

  /** Gathers the entries, and finds duplicates in linear time. */
  static Entries of(
      List<YamlNode> children, List<YamlMapping> merges, Names names, Duplicates duplicates) {
    int written = children.size() / 2;
    List<YamlNode> pairs = merges.isEmpty() ? children : withMerged(children, merges);
    @Nullable String[] texts = new String[pairs.size() / 2];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = pairs.get(2 * i) instanceof YamlScalar key ? key.text() : null;
    }
    findDuplicates(texts, written, children, duplicates);
    return new Entries(names.keys(texts, written), pairs.toArray(NONE));
  }

  private static void findDuplicates(
      @Nullable String[] names, int written, List<YamlNode> children, Duplicates duplicates) {
    Map<String, Integer> seen = written < INDEXED_FROM ? null : new HashMap<>(written * 2);
    for (int i = 0; i < written; i++) {
      String name = names[i];
      if (name == null) {
        continue;
      }
      Integer first = seen == null ? firstBefore(names, i, name) : seen.putIfAbsent(name, i);
      if (first != null) {
        duplicates.found((YamlScalar) children.get(2 * first), (YamlScalar) children.get(2 * i));
      }
    }
  }

  private static @Nullable Integer firstBefore(@Nullable String[] names, int end, String name) {
    for (int i = 0; i < end; i++) {
      if (name.equals(names[i])) {
        return i;
      }
    }
    return null;
  }

  private static List<YamlNode> withMerged(List<YamlNode> children, List<YamlMapping> merges) {
    List<YamlNode> pairs = new ArrayList<>(children);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i + 1 < children.size(); i += 2) {
      if (children.get(i) instanceof YamlScalar key) {
        taken.add(key.text());
      }
    }
    for (YamlMapping merge : merges) {
      for (Entry entry : merge.entries()) {
        String name = entry.name();
        if (name == null || taken.add(name)) {
          pairs.add(entry.key());
          pairs.add(name == null ? entry.value() : lastValue(merge, name, entry));
        }
      }
    }
    return pairs;
  }

  private static YamlNode lastValue(YamlMapping mapping, String name, Entry first) {
    YamlNode last = mapping.get(name);
    return last == null ? first.value() : last;
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
