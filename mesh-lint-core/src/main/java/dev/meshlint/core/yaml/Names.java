package dev.meshlint.core.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one string for equal keys and short values, and one array for equal lists of keys: in manifests the same few stand
 * thousands of times. Keys are the strings that the code asks with, so that most comparisons end at the first look. What
 * has been seen is forgotten when something else takes its slot. Used by one thread.
 */
public final class Names {
  private static final int KEYS = 1024;
  private static final int VALUES = 4096;
  private static final int SHAPES = 1024;
  private static final int SHORT = 48;

  private final @Nullable String[] keys = new String[KEYS];
  private final @Nullable String[] values = new String[VALUES];
  private final @Nullable String[][] shapes = new String[SHAPES][];

  /** The string for a key. */
  String key(String name) {
    int slot = slot(name.hashCode(), KEYS);
    String known = keys[slot];
    if (name.equals(known)) {
      return known;
    }
    String kept = name.length() > SHORT ? name : name.intern();
    keys[slot] = kept;
    return kept;
  }

  /** The string for a value. */
  String value(String text) {
    if (text.length() > SHORT) {
      return text;
    }
    int slot = slot(text.hashCode(), VALUES);
    String known = values[slot];
    if (text.equals(known)) {
      return known;
    }
    values[slot] = text;
    return text;
  }

  /** The array for the keys of a mapping, whose strings come from {@link #key}; null stands for a key that is no scalar. */
  @Nullable String[] shape(@Nullable String[] names) {
    int slot = slot(Arrays.hashCode(names), SHAPES);
    String[] known = shapes[slot];
    if (known != null && Arrays.equals(known, names)) {
      return known;
    }
    shapes[slot] = names;
    return names;
  }

  private static int slot(int hash, int slots) {
    return (hash ^ hash >>> 16) & slots - 1;
  }
}
