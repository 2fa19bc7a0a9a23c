package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import java.util.List;

/**
 * A ReferenceGrant of {@code gateway.networking.k8s.io}: the owner of a namespace admits
 * references into it.
 */
public final class ReferenceGrant extends ResourceView {
  /** Makes the view. */
  public ReferenceGrant(At at) {
    super(at);
  }

  /** Who may refer: group, kind and namespace. */
  public List<Reference> from() {
    return spec().list("from", Reference::new);
  }

  /** What they may refer to: group, kind and, where it is one object only, name. */
  public List<Reference> to() {
    return spec().list("to", Reference::new);
  }
}
