package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import org.jspecify.annotations.Nullable;

/** A Route of {@code route.openshift.io}. */
public final class OpenShiftRoute extends ResourceView {
  /** Makes the view. */
  public OpenShiftRoute(At at) {
    super(at);
  }

  /** The host. */
  public @Nullable Text host() {
    return spec().name("host");
  }

  /** The service behind it. */
  public Reference to() {
    return spec().child("to", Reference::new);
  }
}
