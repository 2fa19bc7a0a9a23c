package dev.meshlint.core.catalog;

import dev.meshlint.core.value.GoDuration;
import java.util.List;
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

  /** What is wrong with a value of this type, as a clause; null if nothing is. */
  public @Nullable String problem(List<String> value) {
    if (this == LIST) {
      return null;
    }
    if (value.size() != 1) {
      return "must be a single value, not a list";
    }
    String text = value.get(0);
    return switch (this) {
      case INTEGER -> isInteger(text) ? null : "must be a whole number, not \"" + text + "\"";
      case FLAG ->
          text.equals("true") || text.equals("false")
              ? null
              : "must be true or false, not \"" + text + "\"";
      case DURATION -> {
        String problem = GoDuration.problem(text);
        yield problem == null
            ? null
            : "must be a duration such as 1m30s, not \"" + text + "\": " + problem;
      }
      case TEXT, LIST -> null;
    };
  }

  private static boolean isInteger(String text) {
    try {
      Integer.parseInt(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
