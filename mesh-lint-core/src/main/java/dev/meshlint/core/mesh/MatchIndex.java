package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.StringMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The matches of HTTP routes in their order, by their paths: which of them takes all that a later one would is found among
 * those only whose path lets them. Used by one thread.
 */
public final class MatchIndex {
  private static final String ANY = "";

  private final MatchCoverage coverage;
  private final Map<String, List<Numbered>> byPath = new HashMap<>();
  private int count;

  private record Numbered(int number, HttpMatch match) {}

  /** Makes an empty index. */
  public MatchIndex(MatchCoverage coverage) {
    this.coverage = coverage;
  }

  /** Adds the next match. */
  public void add(HttpMatch match) {
    byPath.computeIfAbsent(key(match), any -> new ArrayList<>(1)).add(new Numbered(count++, match));
  }

  private static String key(HttpMatch match) {
    StringMatch uri = match.uri();
    boolean plain = match.has("uri") && !Boolean.TRUE.equals(match.ignoreUriCase());
    if (plain && uri.exact() != null) {
      return "=" + uri.exact().value();
    }
    if (plain && uri.prefix() != null && !uri.prefix().is("/")) {
      return "^" + uri.prefix().value();
    }
    return plain && uri.regex() != null && !uri.regex().is(".*") ? "~" + uri.regex().value() : ANY;
  }

  /** The first of the matches that takes everything that this one would; null if none does. */
  public @Nullable HttpMatch covering(HttpMatch later) {
    StringMatch uri = later.uri();
    Text start = uri.exact() == null ? uri.prefix() : uri.exact();
    Numbered first = first(ANY, later, null);
    if (uri.exact() != null) {
      first = first("=" + uri.exact().value(), later, first);
    }
    if (uri.regex() != null) {
      first = first("~" + uri.regex().value(), later, first);
    }
    for (int end = 0; start != null && end <= start.value().length(); end++) {
      first = first("^" + start.value().substring(0, end), later, first);
    }
    return first == null ? null : first.match();
  }

  private @Nullable Numbered first(String key, HttpMatch later, @Nullable Numbered known) {
    for (Numbered candidate : byPath.getOrDefault(key, List.of())) {
      if (known != null && known.number() < candidate.number()) {
        return known;
      }
      if (coverage.covers(candidate.match(), later)) {
        return candidate;
      }
    }
    return known;
  }
}
