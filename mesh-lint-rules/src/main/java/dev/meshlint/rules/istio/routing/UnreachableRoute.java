package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.MatchCoverage;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.TcpRoute;
import dev.meshlint.core.model.istio.TlsRoute;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A route, or one of its matches, that can never be chosen because earlier ones take all that it would. */
public final class UnreachableRoute extends ResourceRule<VirtualService> {
  /** Routes of one protocol and how their matches compare. */
  private record Kind<R extends View, M extends View>(
      Function<R, List<M>> matches, BiPredicate<M, M> covers, Predicate<R> passesOn) {}

  public UnreachableRoute() {
    super("istio-unreachable-route", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    MatchCoverage coverage = new MatchCoverage(routes.gateways());
    check(
        routes.http(),
        new Kind<HttpRoute, HttpMatch>(
            HttpRoute::match, coverage::covers, route -> route.delegate().present()),
        out);
    check(
        routes.tls(),
        new Kind<TlsRoute, L4Match>(TlsRoute::match, coverage::covers, route -> false),
        out);
    check(
        routes.tcp(),
        new Kind<TcpRoute, L4Match>(TcpRoute::match, coverage::covers, route -> false),
        out);
  }

  private static <R extends View, M extends View> void check(
      List<R> routes, Kind<R, M> kind, Findings out) {
    List<M> earlier = new ArrayList<>();
    Located catchAll = null;
    for (R route : routes) {
      if (route.isOpen("match")) {
        continue;
      }
      List<M> matches = kind.matches().apply(route);
      if (catchAll != null) {
        unreachable(route, catchAll, out);
      } else if (!matches.isEmpty()) {
        checkMatches(route, matches, earlier, kind, out);
      }
      // What a delegate does not match falls through to later routes.
      if (!kind.passesOn().test(route)) {
        earlier.addAll(matches);
        catchAll = catchAll == null && matches.isEmpty() ? route : catchAll;
      }
    }
  }

  private static <R extends View, M extends View> void checkMatches(
      R route, List<M> matches, List<M> earlier, Kind<R, M> kind, Findings out) {
    List<M> before = new ArrayList<>(earlier);
    List<M> hidden = new ArrayList<>();
    List<M> by = new ArrayList<>();
    for (M match : matches) {
      M covering = covering(before, match, kind.covers());
      if (covering != null) {
        hidden.add(match);
        by.add(covering);
      }
      before.add(match);
    }
    if (hidden.size() == matches.size()) {
      unreachable(route, by.get(0), out);
      for (int i = 0; i < hidden.size(); i++) {
        if (earlier.contains(by.get(i)) && kind.covers().test(hidden.get(i), by.get(i))) {
          out.report(hidden.get(i), "the same match as that of an earlier route")
              .as("repeated")
              .related(by.get(i), "the earlier match");
        }
      }
      return;
    }
    for (int i = 0; i < hidden.size(); i++) {
      out.report(hidden.get(i), "an earlier match takes every request that this one would")
          .as("match")
          .related(by.get(i), "the earlier match");
    }
  }

  private static <M extends View> @Nullable M covering(
      List<M> earlier, M match, BiPredicate<M, M> covers) {
    for (M candidate : earlier) {
      if (covers.test(candidate, match)) {
        return candidate;
      }
    }
    return null;
  }

  private static void unreachable(Located route, Located by, Findings out) {
    out.report(route, "this route is never chosen: earlier ones take every request that it would")
        .as("route")
        .related(by, "taken here");
  }
}
