package dev.meshlint.core.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one string for equal keys and short values, and one object for equal lists of keys: in manifests the same few stand
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
  private final @Nullable Keys[] shapes = new Keys[SHAPES];

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

  /** The string for a piece of a text that is a key. */
  String key(char[] text, int from, int to) {
    String known = keys[slot(hash(text, from, to), KEYS)];
    return known != null && isEqual(known, text, from, to)
        ? known
        : key(new String(text, from, to - from));
  }

  /** The string for a piece of a text that is a value. */
  String value(char[] text, int from, int to) {
    if (to - from > SHORT) {
      return new String(text, from, to - from);
    }
    String known = values[slot(hash(text, from, to), VALUES)];
    return known != null && isEqual(known, text, from, to)
        ? known
        : value(new String(text, from, to - from));
  }

  /** As {@link String#hashCode}. */
  private static int hash(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    return hash;
  }

  private static boolean isEqual(String known, char[] text, int from, int to) {
    if (known.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (known.charAt(i - from) != text[i]) {
        return false;
      }
    }
    return true;
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

  /**
   * The keys of a mapping.
   *
   * @param names strings that come from {@link #key}; null stands for a key that is no scalar
   * @param written how many of them do not come from merge keys
   */
  Keys keys(@Nullable String[] names, int written) {
    int slot = slot(Arrays.hashCode(names), SHAPES);
    Keys known = shapes[slot];
    if (known == null || !known.isFor(names, written)) {
      known = new Keys(names, written);
      shapes[slot] = known;
    }
    return known;
  }

  private static int slot(int hash, int slots) {
    return (hash ^ hash >>> 16) & slots - 1;
  }
}
