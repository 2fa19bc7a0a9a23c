package dev.meshlint.core.mesh;

import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.TcpRoute;
import dev.meshlint.core.model.istio.TlsRoute;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a VirtualService for one protocol, and how their matches compare.
 *
 * @param routes its routes
 * @param matches the matches of a route; empty for a route that takes everything
 * @param index makes an empty index of matches
 * @param covers whether a match takes everything that another one would
 * @param takesAll whether a match takes every request, and comes behind all others for that reason where the routes of
 *     several VirtualServices are joined
 * @param passesOn whether a route leaves what it does not take to later ones, as delegates do
 */
public record ProtocolRoutes<R extends View, M extends View>(
    Function<VirtualService, List<R>> routes,
    Function<R, List<M>> matches,
    Supplier<MatchIndex<M>> index,
    BiPredicate<M, M> covers,
    Predicate<M> takesAll,
    Predicate<R> passesOn) {

  /** Routes of HTTP. */
  public static ProtocolRoutes<HttpRoute, HttpMatch> http(MatchCoverage coverage) {
    return new ProtocolRoutes<>(
        VirtualService::http,
        HttpRoute::match,
        () -> MatchIndex.http(coverage),
        coverage::covers,
        coverage::takesAll,
        route -> route.delegate().present());
  }

  /** Routes of TLS that is not ended. */
  public static ProtocolRoutes<TlsRoute, L4Match> tls(MatchCoverage coverage) {
    return new ProtocolRoutes<>(
        VirtualService::tls,
        TlsRoute::match,
        () -> MatchIndex.connections(coverage),
        coverage::covers,
        match -> false,
        route -> false);
  }

  /** Routes of TCP. */
  public static ProtocolRoutes<TcpRoute, L4Match> tcp(MatchCoverage coverage) {
    return new ProtocolRoutes<>(
        VirtualService::tcp,
        TcpRoute::match,
        () -> MatchIndex.connections(coverage),
        coverage::covers,
        match -> false,
        route -> false);
  }

  /** The first route of the later VirtualService to which those of the earlier one leave nothing, or null. */
  @Nullable R hidden(VirtualService earlier, VirtualService later) {
    MatchIndex<M> before = index.get();
    boolean everything = false;
    for (R route : routes.apply(earlier)) {
      if (route.isOpen("match")) {
        return null;
      }
      if (!passesOn.test(route)) {
        everything |= matches.apply(route).isEmpty();
        for (M match : matches.apply(route)) {
          if (takesAll.test(match)) {
            everything = true;
          } else {
            before.add(match);
          }
        }
      }
    }
    for (R route : routes.apply(later)) {
      if (!route.isOpen("match") && isHidden(route, everything, before)) {
        return route;
      }
    }
    return null;
  }

  /** Of routes of HTTP istiod puts those for everything last: they hide each other only. */
  private boolean isHidden(R route, boolean everything, MatchIndex<M> before) {
    boolean http = route instanceof HttpRoute;
    List<M> all = matches.apply(route);
    for (M match : all) {
      boolean hidden =
          http && takesAll.test(match)
              ? everything
              : (everything && !http) || before.covering(match) != null;
      if (!hidden) {
        return false;
      }
    }
    return !all.isEmpty() || everything;
  }
}
