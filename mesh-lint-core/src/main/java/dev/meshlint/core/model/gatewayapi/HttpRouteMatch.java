package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One condition: all its parts must hold. */
public final class HttpRouteMatch extends View {
  /** Makes the view. */
  public HttpRouteMatch(At at) {
    super(at);
  }

  /** The path; absent means the prefix {@code /}. */
  public PathMatch path() {
    return child("path", PathMatch::new);
  }

  /** Request headers, each of which must match; of equal names the first counts. */
  public List<ValueMatch> headers() {
    return list("headers", ValueMatch::new);
  }

  /** Query parameters, each of which must match; of equal names the first counts. */
  public List<ValueMatch> queryParams() {
    return list("queryParams", ValueMatch::new);
  }

  /** The method. */
  public @Nullable Text method() {
    return text("method");
  }
}
