package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** One weighted destination of a route. */
public final class RouteDestination extends View {
  /** Makes the view. */
  public RouteDestination(At at) {
    super(at);
  }

  /** Where the share is sent. */
  public Destination destination() {
    return child("destination", Destination::new);
  }

  /** The share; absent with a single destination, which gets everything. */
  public @Nullable Integer weight() {
    return integer("weight");
  }

  /** Changes to headers; HTTP routes only. */
  public HeaderOperations headers() {
    return child("headers", HeaderOperations::new);
  }
}
