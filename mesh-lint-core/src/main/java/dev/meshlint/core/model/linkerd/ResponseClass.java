package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Responses that count alike. */
public final class ResponseClass extends View {
  /** Makes the view. */
  public ResponseClass(At at) {
    super(at);
  }

  /** Whether they count as failures; absent means false. */
  public @Nullable Boolean isFailure() {
    return flag("isFailure");
  }

  /** The responses. */
  public ResponseMatch condition() {
    return child("condition", ResponseMatch::new);
  }
}
