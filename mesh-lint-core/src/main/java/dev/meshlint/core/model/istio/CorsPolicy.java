package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How cross-origin requests are answered. */
public final class CorsPolicy extends View {
  /** Makes the view. */
  public CorsPolicy(At at) {
    super(at);
  }

  /** Allowed origins; deprecated. */
  public List<Text> allowOrigin() {
    return texts("allowOrigin");
  }

  /** Allowed origins. */
  public List<StringMatch> allowOrigins() {
    return list("allowOrigins", StringMatch::new);
  }

  /** Allowed methods. */
  public List<Text> allowMethods() {
    return texts("allowMethods");
  }

  /** Allowed request headers. */
  public List<Text> allowHeaders() {
    return texts("allowHeaders");
  }

  /** Response headers that scripts may read. */
  public List<Text> exposeHeaders() {
    return texts("exposeHeaders");
  }

  /** How long a preflight may be kept; a Go duration. */
  public @Nullable Text maxAge() {
    return text("maxAge");
  }

  /** Whether credentials may be sent. */
  public @Nullable Boolean allowCredentials() {
    return flag("allowCredentials");
  }

  /** What happens to preflights from other origins. */
  public @Nullable Text unmatchedPreflights() {
    return text("unmatchedPreflights");
  }
}
