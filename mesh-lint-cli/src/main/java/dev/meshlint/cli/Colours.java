package dev.meshlint.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When the text for people is coloured. */
enum Colours {
  /** Where a terminal shows it, and the environment does not object. */
  AUTO,
  /** Also where no terminal shows it. */
  ALWAYS,
  /** Nowhere. */
  NEVER;

  /**
   * What the arguments say.
   *
   * @throws UsageException if that is no such word
   */
  static Colours of(Arguments arguments) throws UsageException {
    @Nullable String value = arguments.value(Syntax.COLOR);
    if (value == null) {
      return arguments.has(Syntax.NO_COLOR) ? NEVER : AUTO;
    }
    if (arguments.has(Syntax.NO_COLOR)) {
      throw new UsageException("--color and --no-color do not go together");
    }
    for (Colours colours : values()) {
      if (colours.name().toLowerCase(Locale.ROOT).equals(value)) {
        return colours;
      }
    }
    throw LintOptions.notOneOf(Syntax.COLOR, value, List.of("auto", "always", "never"));
  }

  /** Whether standard output is coloured. */
  boolean on(Console console) {
    return this == ALWAYS || (this == AUTO && console.isColoured());
  }
}
