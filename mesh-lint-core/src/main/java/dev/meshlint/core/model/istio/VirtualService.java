package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VirtualService of {@code networking.istio.io}. */
public final class VirtualService extends ResourceView {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<HttpRoute> http;

  /** Makes the view. */
  public VirtualService(At at) {
    super(at);
  }

  /** The hosts whose traffic it routes; empty for a delegate. */
  public List<Text> hosts() {
    return spec().names("hosts");
  }

  /** The gateways it is bound to as written; empty means {@code mesh}, all sidecars. */
  public List<Text> gateways() {
    return spec().names("gateways");
  }

  /**
   * The namespaces that see it: {@code .}, {@code *} or names; empty means the mesh's default,
   * all.
   */
  public List<Text> exportTo() {
    return spec().names("exportTo");
  }

  /** Routes for HTTP, tried in order. */
  public List<HttpRoute> http() {
    List<HttpRoute> known = http;
    if (known == null) {
      known = spec().list("http", HttpRoute::new);
      http = known;
    }
    return known;
  }

  /** Routes for TLS passed through. */
  public List<TlsRoute> tls() {
    return spec().list("tls", TlsRoute::new);
  }

  /** Routes for TCP. */
  public List<TcpRoute> tcp() {
    return spec().list("tcp", TcpRoute::new);
  }

  /** The HTTP, TLS and TCP routes, in this order. */
  public List<TrafficRoute> routes() {
    List<TrafficRoute> routes = new ArrayList<>(http());
    routes.addAll(tls());
    routes.addAll(tcp());
    return routes;
  }

  /** Every destination of every route, copies ({@code mirror}, {@code mirrors}) included. */
  public List<RoutedDestination> destinations() {
    List<RoutedDestination> all = new ArrayList<>();
    for (HttpRoute route : http()) {
      addRoute(route, all);
      if (route.mirror().present()) {
        all.add(new RoutedDestination(route, route.mirror(), null));
      }
      for (Mirror mirror : route.mirrors()) {
        all.add(new RoutedDestination(route, mirror.destination(), null));
      }
    }
    for (TlsRoute route : tls()) {
      addRoute(route, all);
    }
    for (TcpRoute route : tcp()) {
      addRoute(route, all);
    }
    return all;
  }

  private static void addRoute(TrafficRoute route, List<RoutedDestination> all) {
    for (RouteDestination share : route.route()) {
      all.add(new RoutedDestination(route, share.destination(), share));
    }
  }

  /** Every gateway that is named, for the whole resource or in a match, {@code mesh} included. */
  public List<Text> gatewayReferences() {
    List<Text> all = new ArrayList<>(gateways());
    for (HttpMatch match : httpMatches()) {
      all.addAll(match.gateways());
    }
    for (L4Match match : l4Matches()) {
      all.addAll(match.gateways());
    }
    return all;
  }

  /** Every match of every HTTP route. */
  public List<HttpMatch> httpMatches() {
    List<HttpMatch> all = new ArrayList<>();
    for (HttpRoute route : http()) {
      all.addAll(route.match());
    }
    return all;
  }

  /** Every match of every TLS and TCP route. */
  public List<L4Match> l4Matches() {
    List<L4Match> all = new ArrayList<>();
    for (TlsRoute route : tls()) {
      all.addAll(route.match());
    }
    for (TcpRoute route : tcp()) {
      all.addAll(route.match());
    }
    return all;
  }

  /** The names of headers by which HTTP routes look at the claims of a token: {@code @request.auth.claims.x}. */
  public List<Text> claimMatches() {
    List<Text> claims = new ArrayList<>();
    for (HttpMatch match : httpMatches()) {
      for (List<Named<StringMatch>> headers : List.of(match.headers(), match.withoutHeaders())) {
        for (Named<StringMatch> header : headers) {
          if (header.name().regionMatches(true, 0, CLAIMS, 0, CLAIMS.length())) {
            claims.add(header.key());
          }
        }
      }
    }
    return claims;
  }

  private static final String CLAIMS = "@request.auth.claims";
}
