package dev.meshlint.core.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text was read as.
 *
 * @param expression the expression; null where the text is none
 * @param problems what is wrong with it
 * @param foreign whether something is wrong, and the text holds what other languages have that stand
 *     in such places: templates, LogQL, MetricsQL. Nothing may be concluded from the problems then
 */
public record ParsedPromql(
    @Nullable Expression expression, List<PromqlProblem> problems, boolean foreign) {
  /** Makes the list unmodifiable. */
  public ParsedPromql {
    problems = List.copyOf(problems);
  }
}
