package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.StringMatch;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A match is called covered only where no request whatever gets past the earlier one, as a plain matcher sees it. */
class MatchCoverageTest {
  private static final List<String> GATEWAYS = List.of("mesh", "shop/in", "shop/out");
  private static final List<String> PATHS = List.of("/", "/a", "/A", "/a/b", "/a/B", "/ab", "/b");
  private static final List<String> WORDS = List.of("x", "xy", "y", "Xy");
  private static final List<String> NAMES = List.of("one", "One", "two");

  /** What a proxy knows of a request. */
  private record Request(
      String path,
      String method,
      String authority,
      Map<String, String> headers,
      Map<String, String> query,
      int port,
      Map<String, String> labels,
      String namespace,
      String gateway) {}

  private static <T> T any(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Request request(Random random) {
    return new Request(
        any(PATHS, random),
        any(List.of("GET", "POST"), random),
        any(List.of("a.example.com", "b.example.com"), random),
        words(random, String.CASE_INSENSITIVE_ORDER),
        words(random, Comparator.naturalOrder()),
        any(List.of(80, 8080), random),
        words(random, Comparator.naturalOrder()),
        any(List.of("shop", "mail"), random),
        any(GATEWAYS, random));
  }

  private static Map<String, String> words(Random random, Comparator<String> order) {
    Map<String, String> words = new TreeMap<>(order);
    for (String name : NAMES) {
      if (random.nextBoolean()) {
        words.put(name, any(WORDS, random));
      }
    }
    return words;
  }

  @Nested
  class Http {
    /** Says whether a request meets a match, condition by condition. */
    private static boolean meets(Request request, HttpMatch match, List<Text> gateways) {
      boolean ignoresCase = Boolean.TRUE.equals(match.ignoreUriCase());
      return (!match.has("uri") || meets(request.path(), match.uri(), ignoresCase))
          && (!match.has("method") || meets(request.method(), match.method(), false))
          && (!match.has("authority") || meets(request.authority(), match.authority(), false))
          && all(match.headers(), request.headers(), true)
          && all(match.queryParams(), request.query(), true)
          && all(match.withoutHeaders(), request.headers(), false)
          && (match.port() == null || match.port() == request.port())
          && hasLabels(request, match.sourceLabels())
          && (match.sourceNamespace() == null || match.sourceNamespace().is(request.namespace()))
          && isAt(request, match.gateways().isEmpty() ? gateways : match.gateways());
    }

    private static boolean all(
        List<Named<StringMatch>> conditions, Map<String, String> carried, boolean wanted) {
      for (Named<StringMatch> condition : conditions) {
        String value = carried.get(condition.name());
        if ((value != null && meets(value, condition.value(), false)) != wanted) {
          return false;
        }
      }
      return true;
    }

    private static boolean meets(String value, StringMatch match, boolean ignoresCase) {
      if (match.exact() != null) {
        return fold(value, ignoresCase).equals(fold(match.exact().value(), ignoresCase));
      }
      if (match.prefix() != null) {
        return fold(value, ignoresCase).startsWith(fold(match.prefix().value(), ignoresCase));
      }
      return match.regex() == null || Pattern.matches(match.regex().value(), value);
    }

    private static String fold(String text, boolean ignoresCase) {
      return ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static boolean hasLabels(Request request, List<Named<Text>> labels) {
      for (Named<Text> label : labels) {
        if (!label.value().value().equals(request.labels().get(label.name()))) {
          return false;
        }
      }
      return true;
    }

    private static String match(Random random) {
      List<String> conditions = new ArrayList<>();
      if (random.nextBoolean()) {
        conditions.add("uri: " + condition(PATHS, "/a.*", random));
        if (random.nextInt(4) == 0) {
          conditions.add("ignoreUriCase: true");
        }
      }
      if (random.nextInt(4) == 0) {
        conditions.add("method: " + condition(List.of("GET", "POST"), "G.*", random));
      }
      if (random.nextInt(6) == 0) {
        conditions.add("authority: " + condition(List.of("a.example.com", "a"), "a.*", random));
      }
      for (String field : List.of("headers", "withoutHeaders", "queryParams")) {
        if (random.nextInt(4) == 0) {
          String value = random.nextInt(4) == 0 ? "{}" : condition(WORDS, "x.*", random);
          conditions.add(field + ": {" + any(NAMES, random) + ": " + value + "}");
        }
      }
      addCommon(conditions, random);
      return "{" + String.join(", ", conditions) + "}";
    }

    private static String condition(List<String> values, String regex, Random random) {
      return switch (random.nextInt(4)) {
        case 0 -> "{exact: \"" + any(values, random) + "\"}";
        case 1 -> "{regex: \"" + any(List.of(regex, ".*", "/ab?"), random) + "\"}";
        default -> "{prefix: \"" + any(values, random) + "\"}";
      };
    }

    @Test
    void whatIsCoveredNeverComesThrough() {
      int covered = 0;
      int met = 0;
      for (int seed = 0; seed < 8000; seed++) {
        Random random = new Random(seed);
        VirtualService routes =
            routes("http: [{match: [" + match(random) + ", " + match(random) + "]}]", random);
        List<HttpMatch> matches = routes.httpMatches();
        MatchCoverage coverage = new MatchCoverage(routes.gateways());
        if (!coverage.covers(matches.get(0), matches.get(1))) {
          continue;
        }
        covered++;
        List<Text> gateways = routes.gateways();
        for (int i = 0; i < 300; i++) {
          Request request = request(random);
          if (meets(request, matches.get(1), gateways)) {
            met++;
            assertThat(meets(request, matches.get(0), gateways))
                .as("seed %d: %s\n%s", seed, request, routes.node().file().text())
                .isTrue();
          }
        }
      }
      assertThat(covered).isGreaterThan(100);
      assertThat(met).isGreaterThan(1000);
    }

    @Test
    void theIndexFindsWhatLookingAtEachFinds() {
      int covered = 0;
      for (int seed = 0; seed < 300; seed++) {
        Random random = new Random(seed);
        StringBuilder matches = new StringBuilder(match(random));
        for (int i = 0; i < 12; i++) {
          matches.append(", ").append(match(random));
        }
        VirtualService routes = routes("http: [{match: [" + matches + "]}]", random);
        MatchCoverage coverage = new MatchCoverage(routes.gateways());
        covered += compare(routes.httpMatches(), coverage::covers, MatchIndex.http(coverage), seed);
      }
      assertThat(covered).isGreaterThan(100);
    }

    @Test
    void aMatchCoversItself() {
      for (int seed = 0; seed < 500; seed++) {
        Random random = new Random(seed);
        String match = match(random);
        VirtualService routes = routes("http: [{match: [" + match + ", " + match + "]}]", random);
        List<HttpMatch> matches = routes.httpMatches();
        assertThat(new MatchCoverage(routes.gateways()).covers(matches.get(0), matches.get(1)))
            .as("seed %d: %s", seed, match)
            .isTrue();
      }
    }
  }

  @Nested
  class Connections {
    private static final List<String> HOSTS =
        List.of("a.example.com", "b.example.com", "*.example.com", "*.com");

    private static final List<String> NETWORKS = List.of("10.0.0.0/8", "10.1.0.0/16", "10.1.2.3");

    /** A connection to an address by the name of a server. */
    private record Connection(Request request, String address, String name) {}

    /** More than any other fit: istiod leaves out what comes behind a match for TCP without networks. */
    private static final int END = 10_000;

    /** How well a match fits, as Envoy ranks: address before name, longer before shorter; -1 where it does not. */
    private static int fit(Connection to, L4Match match, List<Text> gateways) {
      Request request = to.request();
      boolean met =
          (match.port() == null || match.port() == request.port())
              && Http.hasLabels(request, match.sourceLabels())
              && (match.sourceNamespace() == null
                  || match.sourceNamespace().is(request.namespace()))
              && isAt(request, match.gateways().isEmpty() ? gateways : match.gateways());
      int network = best(match.destinationSubnets(), text -> network(text, to.address()));
      int name = best(match.sniHosts(), text -> name(text, to.name()));
      if (!met || network < 0 || name < 0) {
        return -1;
      }
      boolean end = match.sniHosts().isEmpty() && match.destinationSubnets().isEmpty();
      return end ? END : network * 100 + name;
    }

    private static int best(List<Text> conditions, ToIntFunction<String> specificity) {
      int best = conditions.isEmpty() ? 0 : -1;
      for (Text condition : conditions) {
        best = Math.max(best, specificity.applyAsInt(condition.value()));
      }
      return best;
    }

    private static int network(String network, String address) {
      return switch (network) {
        case "10.0.0.0/8" -> address.startsWith("10.") ? 8 : -1;
        case "10.1.0.0/16" -> address.startsWith("10.1.") ? 16 : -1;
        default -> address.equals(network) ? 32 : -1;
      };
    }

    private static int name(String pattern, String name) {
      return pattern.startsWith("*")
          ? name.endsWith(pattern.substring(1)) ? pattern.length() : -1
          : name.equals(pattern) ? 99 : -1;
    }

    private static String match(boolean tls, Random random) {
      List<String> conditions = new ArrayList<>();
      if (tls) {
        conditions.add("sniHosts: " + some(HOSTS, random));
      }
      if (random.nextInt(3) == 0) {
        conditions.add("destinationSubnets: " + some(NETWORKS, random));
      }
      addCommon(conditions, random);
      return "{" + String.join(", ", conditions) + "}";
    }

    private static String some(List<String> all, Random random) {
      List<String> some = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(2); i++) {
        some.add("\"" + any(all, random) + "\"");
      }
      return some.toString();
    }

    @Test
    void theIndexFindsWhatLookingAtEachFinds() {
      int covered = 0;
      for (int seed = 0; seed < 300; seed++) {
        Random random = new Random(seed);
        boolean tls = random.nextBoolean();
        StringBuilder matches = new StringBuilder(match(tls, random));
        for (int i = 0; i < 12; i++) {
          matches.append(", ").append(match(tls, random));
        }
        VirtualService routes =
            routes((tls ? "tls" : "tcp") + ": [{match: [" + matches + "]}]", random);
        MatchCoverage coverage = new MatchCoverage(routes.gateways());
        covered +=
            compare(routes.l4Matches(), coverage::covers, MatchIndex.connections(coverage), seed);
      }
      assertThat(covered).isGreaterThan(100);
    }

    @Test
    void whatIsCoveredIsNeverChosen() {
      int covered = 0;
      int met = 0;
      for (int seed = 0; seed < 4000; seed++) {
        Random random = new Random(seed);
        boolean tls = random.nextBoolean();
        String matches = match(tls, random) + ", " + match(tls, random);
        VirtualService routes =
            routes((tls ? "tls" : "tcp") + ": [{match: [" + matches + "]}]", random);
        List<Text> gateways = routes.gateways();
        L4Match earlier = routes.l4Matches().get(0);
        L4Match later = routes.l4Matches().get(1);
        if (!new MatchCoverage(gateways).covers(earlier, later)) {
          continue;
        }
        covered++;
        for (int i = 0; i < 100; i++) {
          Connection to =
              new Connection(
                  request(random),
                  any(List.of("10.1.2.3", "10.1.9.9", "10.9.9.9", "192.0.2.1"), random),
                  any(List.of("a.example.com", "b.example.com", "c.example.com", "d.com"), random));
          int fit = fit(to, later, gateways);
          if (fit >= 0) {
            met++;
            assertThat(fit(to, earlier, gateways))
                .as("seed %d: %s\n%s", seed, to, routes.node().file().text())
                .isGreaterThanOrEqualTo(fit);
          }
        }
      }
      assertThat(covered).isGreaterThan(100);
      assertThat(met).isGreaterThan(300);
    }
  }

  /** Compares what the index finds for each match with what looking at all earlier ones does; says how many there are. */
  private static <M> int compare(
      List<M> matches, BiPredicate<M, M> covers, MatchIndex<M> index, int seed) {
    int covered = 0;
    List<M> earlier = new ArrayList<>();
    for (M match : matches) {
      M first = null;
      for (M candidate : earlier) {
        first = first == null && covers.test(candidate, match) ? candidate : first;
      }
      assertThat(index.covering(match)).as("seed %d", seed).isSameAs(first);
      covered += first == null ? 0 : 1;
      earlier.add(match);
      index.add(match);
    }
    return covered;
  }

  private static boolean isAt(Request request, List<Text> gateways) {
    for (Text gateway : gateways) {
      if (gateway.is(request.gateway())) {
        return true;
      }
    }
    return gateways.isEmpty() && request.gateway().equals("mesh");
  }

  private static void addCommon(List<String> conditions, Random random) {
    if (random.nextInt(5) == 0) {
      conditions.add("port: " + any(List.of(80, 8080), random));
    }
    if (random.nextInt(5) == 0) {
      conditions.add("sourceLabels: {" + any(NAMES, random) + ": " + any(WORDS, random) + "}");
    }
    if (random.nextInt(6) == 0) {
      conditions.add("sourceNamespace: " + any(List.of("shop", "mail"), random));
    }
    if (random.nextInt(4) == 0) {
      conditions.add("gateways: [" + any(GATEWAYS, random) + ", " + any(GATEWAYS, random) + "]");
    }
  }

  private static VirtualService routes(String routes, Random random) {
    String gateways = random.nextBoolean() ? "" : "  gateways: [" + any(GATEWAYS, random) + "]\n";
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: routes, namespace: shop}
            spec:
              hosts: [a.example.com]
            """
                + gateways
                + "  "
                + routes
                + "\n");
    return mesh.all(VirtualService.class).get(0);
  }
}
