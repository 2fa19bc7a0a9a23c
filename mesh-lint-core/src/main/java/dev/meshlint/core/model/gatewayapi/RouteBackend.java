package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlNode;

/**
 * A backend and the rule that sends traffic there.
 *
 * @param rule the rule
 * @param backend the backend
 * @param role what traffic it gets
 */
public record RouteBackend(RouteRule rule, BackendReference backend, Role role) implements Located {
  /** What traffic a backend gets. */
  public enum Role {
    /** The requests. */
    BACKEND,
    /** Copies of requests. */
    MIRROR,
    /** Questions whether a request may pass. */
    AUTHORIZATION
  }

  @Override
  public Resource resource() {
    return backend.resource();
  }

  @Override
  public YamlNode node() {
    return backend.node();
  }
}
