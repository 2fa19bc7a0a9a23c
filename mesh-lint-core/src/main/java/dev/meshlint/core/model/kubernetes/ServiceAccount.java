package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import org.jspecify.annotations.Nullable;

/** A ServiceAccount. */
public final class ServiceAccount extends ResourceView {
  /** Makes the view. */
  public ServiceAccount(At at) {
    super(at);
  }

  /** Whether pods get its token. */
  public @Nullable Boolean automountServiceAccountToken() {
    return flag("automountServiceAccountToken");
  }
}
