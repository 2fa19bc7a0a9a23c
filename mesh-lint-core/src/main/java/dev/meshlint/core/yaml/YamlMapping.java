package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A YAML mapping. Entries keep their order; merge keys ({@code <<}) are resolved. */
public final class YamlMapping extends YamlNode {
  private final Keys keys;

  /** Keys and values by turns. */
  private final YamlNode[] pairs;

  private final boolean template;

  YamlMapping(SourceFile file, int start, int end, Entries entries) {
    super(file, start, end);
    this.keys = entries.keys();
    this.pairs = entries.pairs();
    this.template = pairs.length == 2 && pairs[0] instanceof YamlMapping;
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
    return keys.size();
  }

  /** The entry with this key, the last one written where there are several, or null. */
  public @Nullable Entry entry(String key) {
    int found = keys.find(key);
    return found < 0 ? null : entry(found);
  }

  /** The value of a key, or null where the key is missing. A null scalar is returned as it is. */
  public @Nullable YamlNode get(String key) {
    int found = keys.find(key);
    return found < 0 ? null : pairs[2 * found + 1];
  }

  private Entry entry(int position) {
    return new Entry(pairs[2 * position], pairs[2 * position + 1], keys.isMerged(position));
  }

  /** The entries as a list; made when asked for. */
  private static final class EntryList extends AbstractList<Entry> implements RandomAccess {
    private final YamlMapping mapping;

    EntryList(YamlMapping mapping) {
      this.mapping = mapping;
    }

    @Override
    public Entry get(int position) {
      return mapping.entry(Objects.checkIndex(position, mapping.size()));
    }

    @Override
    public int size() {
      return mapping.size();
    }
  }
}
