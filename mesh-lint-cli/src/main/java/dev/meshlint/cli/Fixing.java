package dev.meshlint.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how findings are repaired.
 *
 * @param unsafe whether also where that may change what the files mean
 * @param diff whether the changes are shown instead of made
 */
record Fixing(boolean unsafe, boolean diff) {

  /**
   * What {@code --fix} and {@code --diff} say; null where neither is given.
   *
   * @throws UsageException if the value of {@code --fix} is none
   */
  static @Nullable Fixing of(Arguments arguments) throws UsageException {
    String kind = arguments.value(Syntax.FIX);
    boolean diff = arguments.has(Syntax.DIFF);
    if (kind == null) {
      return diff ? new Fixing(false, true) : null;
    }
    if (!kind.equals("safe") && !kind.equals("unsafe")) {
      throw LintOptions.notOneOf(Syntax.FIX, kind, List.of("safe", "unsafe"));
    }
    return new Fixing(kind.equals("unsafe"), diff);
  }
}
