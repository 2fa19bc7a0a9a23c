package dev.meshlint.core.finding;

import dev.meshlint.core.fix.Fix;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mistake at one place.
 *
 * @param rule the id of the rule, such as {@code istio-undefined-subset}
 * @param caseName the case of the rule, where the catalogue lists several; else null
 * @param severity the effective severity
 * @param certainty whether the files prove it
 * @param evidence what proves it, for findings that follow a reference; else null
 * @param category the category of the rule, such as {@code correctness}
 * @param message one sentence, lower-case start, names in quotes, no full stop
 * @param place where
 * @param resource the resource, or null if the file did not get that far
 * @param mesh the PATH as given, with one mesh a PATH; else null
 * @param path the path inside the resource, such as {@code spec.http[0].timeout} or {@code spec.selector[app]}, with the
 *     keys of maps in brackets; null outside a resource
 * @param equivalents codes of other tools for this case
 * @param related other places, in the order in which they should be read
 * @param help what to do; null if there is nothing to add
 * @param fixes edits that mend it, best first
 */
public record Finding(
    String rule,
    @Nullable String caseName,
    Severity severity,
    Certainty certainty,
    @Nullable Evidence evidence,
    String category,
    String message,
    Place place,
    @Nullable ResourceId resource,
    @Nullable String mesh,
    @Nullable String path,
    List<String> equivalents,
    List<Related> related,
    @Nullable String help,
    List<Fix> fixes) {
  /** By place, rule and message. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::place)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /** Makes the lists unmodifiable. */
  public Finding {
    equivalents = List.copyOf(equivalents);
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  /** The same at other places, where nobody can mend it. */
  public Finding elsewhere(Place newPlace, List<Related> newRelated) {
    return new Finding(
        rule,
        caseName,
        severity,
        certainty,
        evidence,
        category,
        message,
        newPlace,
        resource,
        mesh,
        path,
        equivalents,
        newRelated,
        help,
        List.of());
  }
}
