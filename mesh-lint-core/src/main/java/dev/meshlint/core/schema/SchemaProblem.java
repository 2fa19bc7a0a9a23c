package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.manifest.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the shape of one resource.
 *
 * @param rule the id: one of the {@code schema-} rules, or {@code istio-ignored-field} and its like
 * @param caseName the case of the rule where it is not the usual one: a severity ({@code error}, {@code warning},
 *     {@code info}) or a case of its own; else null
 * @param at where
 * @param message one sentence, lower-case start, no full stop, in terms of field and value
 * @param related a second place; null if none
 * @param relatedMessage what is there; null if none
 * @param help what to do; null if there is nothing to add
 * @param fixes edits that mend it
 */
public record SchemaProblem(
    String rule,
    @Nullable String caseName,
    Located at,
    String message,
    @Nullable Located related,
    @Nullable String relatedMessage,
    @Nullable String help,
    List<Fix> fixes) {
  /** Makes the list unmodifiable. */
  public SchemaProblem {
    fixes = List.copyOf(fixes);
  }

  /** A problem of the usual severity of its rule. */
  public SchemaProblem(
      String rule,
      Located at,
      String message,
      @Nullable Located related,
      @Nullable String relatedMessage,
      @Nullable String help,
      List<Fix> fixes) {
    this(rule, null, at, message, related, relatedMessage, help, fixes);
  }
}
