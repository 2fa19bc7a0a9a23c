package dev.meshlint.core.mesh;

import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.TcpRoute;
import dev.meshlint.core.model.istio.TlsRoute;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a VirtualService for one protocol, and how their matches compare.
 *
 * @param routes its routes
 * @param matches the matches of a route; empty for a route that takes everything
 * @param covers whether a match takes everything that another one would
 * @param passesOn whether a route leaves what it does not take to later ones, as delegates do
 */
public record ProtocolRoutes<R extends View, M extends View>(
    Function<VirtualService, List<R>> routes,
    Function<R, List<M>> matches,
    BiPredicate<M, M> covers,
    Predicate<R> passesOn) {

  /** Routes of HTTP. */
  public static ProtocolRoutes<HttpRoute, HttpMatch> http(MatchCoverage coverage) {
    return new ProtocolRoutes<>(
        VirtualService::http,
        HttpRoute::match,
        coverage::covers,
        route -> route.delegate().present());
  }

  /** Routes of TLS that is not ended. */
  public static ProtocolRoutes<TlsRoute, L4Match> tls(MatchCoverage coverage) {
    return new ProtocolRoutes<>(
        VirtualService::tls, TlsRoute::match, coverage::covers, route -> false);
  }

  /** Routes of TCP. */
  public static ProtocolRoutes<TcpRoute, L4Match> tcp(MatchCoverage coverage) {
    return new ProtocolRoutes<>(
        VirtualService::tcp, TcpRoute::match, coverage::covers, route -> false);
  }

  /** The earlier match that takes everything that this one would, or null. */
  public @Nullable M covering(List<M> earlier, M match) {
    for (M candidate : earlier) {
      if (covers.test(candidate, match)) {
        return candidate;
      }
    }
    return null;
  }

  /** The first route of the later VirtualService to which those of the earlier one leave nothing, or null. */
  @Nullable R hidden(VirtualService earlier, VirtualService later) {
    List<M> before = new ArrayList<>();
    boolean everything = false;
    for (R route : routes.apply(earlier)) {
      if (route.isOpen("match")) {
        return null;
      }
      if (!passesOn.test(route)) {
        before.addAll(matches.apply(route));
        everything |= matches.apply(route).isEmpty();
      }
    }
    for (R route : routes.apply(later)) {
      if (!route.isOpen("match") && (everything || isCovered(matches.apply(route), before))) {
        return route;
      }
    }
    return null;
  }

  private boolean isCovered(List<M> all, List<M> before) {
    for (M match : all) {
      if (covering(before, match) == null) {
        return false;
      }
    }
    return !all.isEmpty();
  }
}
