package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.View;
import java.util.List;

/** The routes that may attach to a listener. */
public final class AllowedRoutes extends View {
  /** Makes the view. */
  public AllowedRoutes(At at) {
    super(at);
  }

  /** Their namespaces; absent means the Gateway's own. */
  public AllowedNamespaces namespaces() {
    return child("namespaces", AllowedNamespaces::new);
  }

  /** Their kinds; empty for those that the protocol takes. */
  public List<Reference> kinds() {
    return list("kinds", Reference::new);
  }
}
