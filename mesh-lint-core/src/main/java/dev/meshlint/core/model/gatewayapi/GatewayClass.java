package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import org.jspecify.annotations.Nullable;

/** A GatewayClass of {@code gateway.networking.k8s.io}. */
public final class GatewayClass extends ResourceView {
  /** Makes the view. */
  public GatewayClass(At at) {
    super(at);
  }

  /** The controller that serves it. */
  public @Nullable Text controllerName() {
    return spec().name("controllerName");
  }

  /** Settings of the controller. */
  public Reference parametersRef() {
    return spec().child("parametersRef", Reference::new);
  }
}
