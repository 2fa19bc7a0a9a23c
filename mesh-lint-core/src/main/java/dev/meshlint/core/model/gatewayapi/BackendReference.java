package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backend of a route. */
public final class BackendReference extends Reference {
  /** Makes the view. */
  public BackendReference(At at) {
    super(at);
  }

  /** The share; absent means 1. */
  public @Nullable Integer weight() {
    return integer("weight");
  }

  /** What is done to the requests that go there. */
  public List<RouteFilter> filters() {
    return list("filters", RouteFilter::new);
  }
}
