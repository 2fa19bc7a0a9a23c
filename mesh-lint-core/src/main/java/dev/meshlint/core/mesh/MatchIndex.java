package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.StringMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Matches in their order: which of them takes all that a later one would is found among those only whose path, or whose
 * server name and port, let them. Used by one thread.
 */
public final class MatchIndex<M> {
  private static final String ANY = "";

  private final BiPredicate<M, M> covers;
  private final Function<M, List<String>> keys;
  private final Function<M, List<String>> lookups;
  private final Map<String, List<Numbered<M>>> byKey = new HashMap<>();
  private int count;

  private record Numbered<M>(int number, M match) {}

  private MatchIndex(
      BiPredicate<M, M> covers, Function<M, List<String>> keys, Function<M, List<String>> lookups) {
    this.covers = covers;
    this.keys = keys;
    this.lookups = lookups;
  }

  /** An empty index of matches of HTTP routes. */
  static MatchIndex<HttpMatch> http(MatchCoverage coverage) {
    return new MatchIndex<>(
        coverage::covers, match -> List.of(path(match)), MatchIndex::widerPaths);
  }

  /** An empty index of matches of TLS and TCP routes. */
  static MatchIndex<L4Match> connections(MatchCoverage coverage) {
    return new MatchIndex<>(coverage::covers, MatchIndex::namesAndPort, MatchIndex::widerPorts);
  }

  /** Adds the next match. */
  public void add(M match) {
    Numbered<M> numbered = new Numbered<>(count++, match);
    for (String key : keys.apply(match)) {
      byKey.computeIfAbsent(key, any -> new ArrayList<>(1)).add(numbered);
    }
  }

  /** The first of the matches that takes everything that this one would; null if none does. */
  public @Nullable M covering(M later) {
    Numbered<M> first = null;
    for (String key : count == 0 ? List.<String>of() : lookups.apply(later)) {
      first = first(key, later, first);
    }
    return first == null ? null : first.match();
  }

  private @Nullable Numbered<M> first(String key, M later, @Nullable Numbered<M> known) {
    for (Numbered<M> candidate : byKey.getOrDefault(key, List.of())) {
      if (known != null && known.number() < candidate.number()) {
        return known;
      }
      if (covers.test(candidate.match(), later)) {
        return candidate;
      }
    }
    return known;
  }

  private static String path(HttpMatch match) {
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

  private static List<String> widerPaths(HttpMatch later) {
    StringMatch uri = later.uri();
    List<String> wider = new ArrayList<>();
    wider.add(ANY);
    if (uri.exact() != null) {
      wider.add("=" + uri.exact().value());
    }
    if (uri.regex() != null) {
      wider.add("~" + uri.regex().value());
    }
    Text start = uri.exact() == null ? uri.prefix() : uri.exact();
    for (int end = 0; start != null && end <= start.value().length(); end++) {
      wider.add("^" + start.value().substring(0, end));
    }
    return wider;
  }

  private static List<String> namesAndPort(L4Match match) {
    String port = port(match);
    List<String> keys = new ArrayList<>();
    for (Text name : match.sniHosts()) {
      keys.add(name.value().toLowerCase(Locale.ROOT) + port);
    }
    return keys.isEmpty() ? List.of(port) : keys;
  }

  private static List<String> widerPorts(L4Match later) {
    List<Text> names = later.sniHosts();
    String name = names.isEmpty() ? "" : names.get(0).value().toLowerCase(Locale.ROOT);
    return List.of(name + port(later), name + ":");
  }

  private static String port(L4Match match) {
    return match.port() == null ? ":" : ":" + match.port();
  }
}
