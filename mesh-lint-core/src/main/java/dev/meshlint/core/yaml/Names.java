package dev.meshlint.core.yaml;

import org.jspecify.annotations.Nullable;

/** Keeps one string for equal keys of a file: in a dump of a cluster the same few stand thousands of times. */
final class Names {
  private static final int SLOTS = 256;

  private final @Nullable String[] names = new String[SLOTS];

  /** An equal string, the one seen before where it is still known. */
  String of(String name) {
    int slot = name.hashCode() & (SLOTS - 1);
    String known = names[slot];
    if (name.equals(known)) {
      return known;
    }
    names[slot] = name;
    return name;
  }
}
