package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One route for HTTP traffic ({@code http[]}): the first that matches is taken. */
public final class HttpRoute extends View implements TrafficRoute {
  /** Makes the view. */
  public HttpRoute(At at) {
    super(at);
  }

  /** The name used in logs. */
  public @Nullable Text name() {
    return text("name");
  }

  /** Conditions, one of which must hold; empty for every request. */
  public List<HttpMatch> match() {
    return list("match", HttpMatch::new);
  }

  /** Where matching requests are sent. */
  @Override
  public List<RouteDestination> route() {
    return list("route", RouteDestination::new);
  }

  /** An answer that sends the client elsewhere. */
  public Redirect redirect() {
    return child("redirect", Redirect::new);
  }

  /** A fixed answer. */
  public DirectResponse directResponse() {
    return child("directResponse", DirectResponse::new);
  }

  /** Changes to path and host before sending. */
  public Rewrite rewrite() {
    return child("rewrite", Rewrite::new);
  }

  /** Another VirtualService that holds the routes. */
  public Delegate delegate() {
    return child("delegate", Delegate::new);
  }

  /** Delays and errors put in on purpose. */
  public Fault fault() {
    return child("fault", Fault::new);
  }

  /** When to try again. */
  public Retries retries() {
    return child("retries", Retries::new);
  }

  /** How long a request may take in all; a Go duration. Absent means no limit. */
  public @Nullable Text timeout() {
    return text("timeout");
  }

  /** Cross-origin requests. */
  public CorsPolicy corsPolicy() {
    return child("corsPolicy", CorsPolicy::new);
  }

  /** Changes to headers. */
  public HeaderOperations headers() {
    return child("headers", HeaderOperations::new);
  }

  /** The destination that gets a copy. */
  public Destination mirror() {
    return child("mirror", Destination::new);
  }

  /** The destinations that get copies. */
  public List<Mirror> mirrors() {
    return list("mirrors", Mirror::new);
  }

  /** The share of requests that {@code mirror} gets, in percent, under any of its three names; null for all. */
  public @Nullable Text mirrorPercentage() {
    Text value = child("mirrorPercentage").text("value");
    Text old = value == null ? text("mirrorPercent") : value;
    return old == null ? text("mirror_percent") : old;
  }
}
