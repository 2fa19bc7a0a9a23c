package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A limit for single clients. */
public final class RateLimitOverride extends View {
  /** Makes the view. */
  public RateLimitOverride(At at) {
    super(at);
  }

  /** Requests a second. */
  public @Nullable Text requestsPerSecond() {
    return text("requestsPerSecond");
  }

  /** The clients' service accounts. */
  public List<Reference> clientRefs() {
    return list("clientRefs", Reference::new);
  }
}
