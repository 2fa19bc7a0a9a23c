package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.View;
import java.util.List;

/** An XBackendTrafficPolicy of {@code gateway.networking.x-k8s.io}. */
public final class BackendTrafficPolicy extends ResourceView {
  /** Makes the view. */
  public BackendTrafficPolicy(At at) {
    super(at);
  }

  /** The services it is for. */
  public List<Reference> targetRefs() {
    return spec().list("targetRefs", Reference::new);
  }

  /** The limit on retries. */
  public View retryConstraint() {
    return spec().child("retryConstraint");
  }

  /** How clients stick to a backend. */
  public View sessionPersistence() {
    return spec().child("sessionPersistence");
  }
}
