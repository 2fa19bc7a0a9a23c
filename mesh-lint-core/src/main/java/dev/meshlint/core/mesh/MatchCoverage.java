package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.StringMatch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether every request that one match of a route takes is taken by another one. Sound: a yes is certain, for any request;
 * regular expressions are compared by their text only. Source: HTTPMatchRequest in Istio's reference.
 */
public final class MatchCoverage {
  private final Set<String> gateways;

  /**
   * Compares matches of one VirtualService.
   *
   * @param gateways its gateways, which hold for matches that name none
   */
  public MatchCoverage(List<Text> gateways) {
    this.gateways = values(gateways);
  }

  /** Whether the earlier match takes everything that the later one would. */
  public boolean covers(HttpMatch earlier, HttpMatch later) {
    boolean ignoreCase = Boolean.TRUE.equals(earlier.ignoreUriCase());
    boolean laterIgnoresCase = Boolean.TRUE.equals(later.ignoreUriCase());
    return !earlier.open()
        && !later.open()
        && (earlier.matchesAll() || ignoreCase || !laterIgnoresCase)
        && covers("uri", earlier, later, ignoreCase)
        && covers("scheme", earlier, later, false)
        && covers("method", earlier, later, false)
        && covers("authority", earlier, later, false)
        && coversAll(earlier.headers(), later.headers(), true)
        && coversAll(earlier.queryParams(), later.queryParams(), false)
        && excludesNoMore(earlier.withoutHeaders(), later.withoutHeaders())
        && samePort(earlier.port(), later.port())
        && containsAll(earlier.sourceLabels(), later.sourceLabels())
        && same(earlier.sourceNamespace(), later.sourceNamespace())
        && gateways(earlier.gateways()).containsAll(gateways(later.gateways()));
  }

  /**
   * As {@link #covers(HttpMatch, HttpMatch)}, for TLS and TCP routes. The proxy takes the narrowest network and then the
   * longest name, whatever the order: only equal ones hide each other. But istiod reads no further behind a match for TCP
   * without networks.
   */
  public boolean covers(L4Match earlier, L4Match later) {
    boolean tls = earlier.has("sniHosts") || later.has("sniHosts");
    return !earlier.open()
        && !later.open()
        && haveAll(earlier.sniHosts(), later.sniHosts())
        && ((!tls && !earlier.has("destinationSubnets"))
            || haveAll(earlier.destinationSubnets(), later.destinationSubnets()))
        && same(earlier.name("sourceSubnet"), later.name("sourceSubnet"))
        && samePort(earlier.port(), later.port())
        && containsAll(earlier.sourceLabels(), later.sourceLabels())
        && same(earlier.sourceNamespace(), later.sourceNamespace())
        && gateways(earlier.gateways()).containsAll(gateways(later.gateways()));
  }

  /** Whether the match leaves nothing to later ones of its VirtualService. */
  public boolean takesAll(HttpMatch match) {
    return match.matchesAll() && gateways(match.gateways()).containsAll(gateways);
  }

  private static boolean covers(
      String field, HttpMatch earlier, HttpMatch later, boolean ignoreCase) {
    return !earlier.has(field)
        || covers(
            earlier.child(field, StringMatch::new),
            later.has(field) ? later.child(field, StringMatch::new) : null,
            ignoreCase,
            field.equals("uri"));
  }

  private static boolean covers(
      StringMatch earlier, @Nullable StringMatch later, boolean ignoreCase, boolean path) {
    if (isOpen(earlier) || (later != null && isOpen(later))) {
      return false;
    }
    String prefix = fold(earlier.prefix(), ignoreCase);
    if (path && "/".equals(prefix)) {
      return true;
    }
    if (later == null) {
      return false;
    }
    String exact = fold(earlier.exact(), ignoreCase);
    if (exact != null) {
      return exact.equals(fold(later.exact(), ignoreCase));
    }
    if (prefix != null) {
      String laterExact = fold(later.exact(), ignoreCase);
      String laterPrefix = fold(later.prefix(), ignoreCase);
      return (laterExact != null && laterExact.startsWith(prefix))
          || (laterPrefix != null && laterPrefix.startsWith(prefix));
    }
    Text regex = earlier.regex();
    Text laterRegex = later.regex();
    return regex == null
        || regex.value().equals(".*")
        || (laterRegex != null && laterRegex.value().equals(regex.value()));
  }

  private static boolean isOpen(StringMatch match) {
    for (Text text : new Text[] {match.exact(), match.prefix(), match.regex()}) {
      if (text != null && text.open()) {
        return true;
      }
    }
    return match.open();
  }

  private static @Nullable String fold(@Nullable Text text, boolean ignoreCase) {
    if (text == null) {
      return null;
    }
    return ignoreCase ? text.value().toLowerCase(Locale.ROOT) : text.value();
  }

  private static boolean coversAll(
      List<Named<StringMatch>> earlier, List<Named<StringMatch>> later, boolean ignoreCase) {
    Map<String, StringMatch> byName = byName(later, ignoreCase);
    for (Named<StringMatch> condition : earlier) {
      StringMatch other = byName.get(name(condition, ignoreCase));
      if (other == null || !covers(condition.value(), other, false, false)) {
        return false;
      }
    }
    return true;
  }

  /** An earlier match that leaves some requests out covers the later one only if that leaves out at least these. */
  private static boolean excludesNoMore(
      List<Named<StringMatch>> earlier, List<Named<StringMatch>> later) {
    Map<String, StringMatch> byName = byName(later, true);
    for (Named<StringMatch> exclusion : earlier) {
      StringMatch other = byName.get(name(exclusion, true));
      if (other == null || !covers(other, exclusion.value(), false, false)) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, StringMatch> byName(
      List<Named<StringMatch>> conditions, boolean ignoreCase) {
    Map<String, StringMatch> byName = new HashMap<>();
    conditions.forEach(condition -> byName.put(name(condition, ignoreCase), condition.value()));
    return byName;
  }

  private static String name(Named<StringMatch> condition, boolean ignoreCase) {
    return ignoreCase ? condition.name().toLowerCase(Locale.ROOT) : condition.name();
  }

  /** Whether each of the later ones is among the earlier ones; none at all are only like none. */
  private static boolean haveAll(List<Text> earlier, List<Text> later) {
    Set<String> there = new HashSet<>();
    earlier.forEach(text -> there.add(text.open() ? "" : text.value().toLowerCase(Locale.ROOT)));
    for (Text text : later) {
      if (text.open() || !there.contains(text.value().toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return earlier.isEmpty() == later.isEmpty();
  }

  private static boolean samePort(@Nullable Integer earlier, @Nullable Integer later) {
    return earlier == null || earlier.equals(later);
  }

  private static boolean same(@Nullable Text earlier, @Nullable Text later) {
    return earlier == null || (later != null && !earlier.open() && later.is(earlier.value()));
  }

  private static boolean containsAll(List<Named<Text>> earlier, List<Named<Text>> later) {
    return Selector.of(earlier).covers(Selector.of(later));
  }

  private Set<String> gateways(List<Text> named) {
    return named.isEmpty() ? gateways : values(named);
  }

  private static Set<String> values(List<Text> gateways) {
    Set<String> values = new HashSet<>();
    gateways.forEach(gateway -> values.add(gateway.value()));
    if (values.isEmpty()) {
      values.add(Gateways.MESH);
    }
    return values;
  }
}
