package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML mapping. Entries keep their order; merge keys ({@code <<}) are resolved. */
public final class YamlMapping extends YamlNode {
  private static final int INDEXED_FROM = 16;

  private final List<Entry> entries;
  private @Nullable Map<String, Entry> index;

  YamlMapping(SourceFile file, int start, int end, List<Entry> entries) {
    super(file, start, end);
    this.entries = List.copyOf(entries);
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

  /** All entries in the order of the file, merged ones last; of duplicate keys all. */
  public List<Entry> entries() {
    return entries;
  }

  /** The entry with this key, the last one written where there are several, or null. */
  public @Nullable Entry entry(String key) {
    if (entries.size() < INDEXED_FROM) {
      Entry found = null;
      for (Entry entry : entries) {
        if (key.equals(entry.name()) && (found == null || !entry.merged())) {
          found = entry;
        }
      }
      return found;
    }
    Map<String, Entry> known = index;
    if (known == null) {
      known = new HashMap<>();
      for (Entry entry : entries) {
        String name = entry.name();
        if (name != null && !(entry.merged() && known.containsKey(name))) {
          known.put(name, entry);
        }
      }
      index = known;
    }
    return known.get(key);
  }

  /** The value of a key, or null where the key is missing. A null scalar is returned as it is. */
  public @Nullable YamlNode get(String key) {
    Entry entry = entry(key);
    return entry == null ? null : entry.value();
  }
}
