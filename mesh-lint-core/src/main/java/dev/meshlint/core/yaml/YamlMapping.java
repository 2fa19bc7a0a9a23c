package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A YAML mapping. Entries keep their order; merge keys ({@code <<}) are resolved.
 *
 * <p>Rules ask the same objects for a few keys over and over, and a run on a large repository waits for memory more than
 * for the processor. So names of keys lie side by side, in an array that mappings with the same keys share: to look for
 * a key touches nothing of the mapping but its value.
 */
public final class YamlMapping extends YamlNode {
  private static final int INDEXED_FROM = 16;

  private final @Nullable String[] names;

  /** Keys and values by turns. */
  private final YamlNode[] pairs;

  /** How many of the entries are written here; the others come from merge keys. */
  private final int written;

  private final boolean template;
  private @Nullable Map<String, Integer> index;

  YamlMapping(SourceFile file, int start, int end, Entries entries) {
    super(file, start, end);
    this.names = entries.names();
    this.pairs = entries.pairs();
    this.written = entries.written();
    this.template = names.length == 1 && pairs[0] instanceof YamlMapping;
  }

  /**
   * One entry of a mapping.
   *
   * @param key the key; nearly always a scalar, but an unquoted {@code {{ x }}} is a mapping as key
   * @param value the value
   * @param merged whether the entry comes from a merge key and is written elsewhere
   */
  public record Entry(YamlNode key, YamlNode value, boolean merged) {
    /** The key's text, or null where the key is no scalar. */
    public @Nullable String name() {
      return key instanceof YamlScalar scalar ? scalar.text() : null;
    }
  }

  /** All entries in the order of the file, merged ones last; of duplicate keys all. The list is a view. */
  public List<Entry> entries() {
    return new EntryList(this);
  }

  /** Whether this is what YAML makes of an unquoted <code>{{ x }}</code>: a mapping whose only key is a mapping. */
  public boolean isTemplate() {
    return template;
  }

  /** How many entries there are; of duplicate keys all count. */
  public int size() {
    return names.length;
  }

  /** The entry with this key, the last one written where there are several, or null. */
  public @Nullable Entry entry(String key) {
    int found = find(key);
    return found < 0 ? null : entry(found);
  }

  /** The value of a key, or null where the key is missing. A null scalar is returned as it is. */
  public @Nullable YamlNode get(String key) {
    int found = find(key);
    return found < 0 ? null : pairs[2 * found + 1];
  }

  private Entry entry(int position) {
    return new Entry(pairs[2 * position], pairs[2 * position + 1], position >= written);
  }

  private int find(String key) {
    if (names.length >= INDEXED_FROM) {
      return indexed().getOrDefault(key, -1);
    }
    for (int i = written - 1; i >= 0; i--) {
      if (key.equals(names[i])) {
        return i;
      }
    }
    for (int i = written; i < names.length; i++) {
      if (key.equals(names[i])) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Integer> indexed() {
    Map<String, Integer> known = index;
    if (known == null) {
      known = new HashMap<>(names.length * 2);
      for (int i = 0; i < names.length; i++) {
        String name = names[i];
        if (name != null && (i < written || !known.containsKey(name))) {
          known.put(name, i);
        }
      }
      index = known;
    }
    return known;
  }

  /** The entries as a list; made when asked for. */
  private static final class EntryList extends AbstractList<Entry> implements RandomAccess {
    private final YamlMapping mapping;

    EntryList(YamlMapping mapping) {
      this.mapping = mapping;
    }

    @Override
    public Entry get(int position) {
      return mapping.entry(Objects.checkIndex(position, mapping.names.length));
    }

    @Override
    public int size() {
      return mapping.names.length;
    }
  }
}
