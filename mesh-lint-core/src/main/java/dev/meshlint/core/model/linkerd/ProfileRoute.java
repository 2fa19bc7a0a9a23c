package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One route of a ServiceProfile. */
public final class ProfileRoute extends View {
  /** Makes the view. */
  public ProfileRoute(At at) {
    super(at);
  }

  /** The name used in metrics. */
  public @Nullable Text name() {
    return text("name");
  }

  /** The requests it is for. */
  public RequestMatch condition() {
    return child("condition", RequestMatch::new);
  }

  /** Whether failed requests are tried again; absent means false. */
  public @Nullable Boolean isRetryable() {
    return flag("isRetryable");
  }

  /** How long a request may take; a Go duration. */
  public @Nullable Text timeout() {
    return text("timeout");
  }

  /** Which responses count as failures. */
  public List<ResponseClass> responseClasses() {
    return list("responseClasses", ResponseClass::new);
  }
}
