package dev.meshlint.core.catalog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of a rule's option. */
public enum OptionType {
  /** A whole number. */
  INTEGER,
  /** A duration as Go writes it, such as {@code 1m30s}. */
  DURATION,
  /** Any text. */
  TEXT,
  /** {@code true} or {@code false}. */
  FLAG,
  /** A list of texts. */
  LIST;

  /** The name in catalogue entries. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this name, or null. */
  public static @Nullable OptionType of(@Nullable String label) {
    for (OptionType type : values()) {
      if (type.label().equals(label)) {
        return type;
      }
    }
    return null;
  }
}
