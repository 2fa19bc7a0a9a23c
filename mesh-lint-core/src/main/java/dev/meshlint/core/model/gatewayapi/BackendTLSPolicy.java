package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import java.util.List;

/** A BackendTLSPolicy of {@code gateway.networking.k8s.io}: how gateways speak TLS to backends. */
public final class BackendTLSPolicy extends ResourceView {
  /** Makes the view. */
  public BackendTLSPolicy(At at) {
    super(at);
  }

  /** The services it is for. */
  public List<Reference> targetRefs() {
    return spec().list("targetRefs", Reference::new);
  }

  /** What is asked of the backend's certificate. */
  public BackendValidation validation() {
    return spec().child("validation", BackendValidation::new);
  }
}
