package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import java.util.List;

/**
 * An AuthorizationPolicy of {@code policy.linkerd.io}: what is asked of the clients of a target.
 */
public final class AuthorizationPolicy extends ResourceView {
  /** Makes the view. */
  public AuthorizationPolicy(At at) {
    super(at);
  }

  /** The Server, HTTPRoute, GRPCRoute or Namespace. */
  public Reference targetRef() {
    return spec().child("targetRef", Reference::new);
  }

  /** The authentications, all of which a client must have; empty means that nothing is asked. */
  public List<Reference> requiredAuthenticationRefs() {
    return spec().list("requiredAuthenticationRefs", Reference::new);
  }
}
