package dev.meshlint.core.yaml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a mapping, shared by all mappings of a thread that have the same ones: where rules look for a key they touch
 * what is near already. Immutable to its users and safe for use by several threads.
 */
final class Keys {
  private static final int INDEXED_FROM = 16;

  private final @Nullable String[] names;
  private final int[] hashes;

  /** How many of the entries are written in the mapping; the others come from merge keys. */
  private final int written;

  private @Nullable Map<String, Integer> index;

  /**
   * Makes it.
   *
   * @param names the texts of the keys; null for a key that is no scalar
   * @param written how many entries do not come from merge keys
   */
  Keys(@Nullable String[] names, int written) {
    this.names = names;
    this.written = written;
    this.hashes = new int[names.length];
    for (int i = 0; i < hashes.length; i++) {
      String name = names[i];
      hashes[i] = name == null ? 0 : name.hashCode();
    }
  }

  boolean isFor(@Nullable String[] others, int othersWritten) {
    return written == othersWritten && Arrays.equals(names, others);
  }

  int size() {
    return names.length;
  }

  boolean isMerged(int position) {
    return position >= written;
  }

  /** The position of a key: the last one written, else the first one merged; -1 where there is none. */
  int find(String key) {
    if (names.length >= INDEXED_FROM) {
      return indexed().getOrDefault(key, -1);
    }
    int hash = key.hashCode();
    for (int i = written - 1; i >= 0; i--) {
      if (hashes[i] == hash && key.equals(names[i])) {
        return i;
      }
    }
    for (int i = written; i < hashes.length; i++) {
      if (hashes[i] == hash && key.equals(names[i])) {
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
}
