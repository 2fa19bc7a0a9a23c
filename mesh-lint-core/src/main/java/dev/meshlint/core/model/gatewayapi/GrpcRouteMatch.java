package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.View;
import java.util.List;

/** One condition: all its parts must hold. */
public final class GrpcRouteMatch extends View {
  /** Makes the view. */
  public GrpcRouteMatch(At at) {
    super(at);
  }

  /** The method. */
  public GrpcMethodMatch method() {
    return child("method", GrpcMethodMatch::new);
  }

  /** Request headers, each of which must match; of equal names the first counts. */
  public List<ValueMatch> headers() {
    return list("headers", ValueMatch::new);
  }
}
