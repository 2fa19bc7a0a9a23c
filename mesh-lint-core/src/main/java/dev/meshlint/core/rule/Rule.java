package dev.meshlint.core.rule;

import java.util.Objects;

/**
 * One mistake. Either a {@link ResourceRule} or a {@link MeshRule}.
 *
 * <p>A rule has no state of its own, does no I/O, knows no severity: severity, title and texts come from the catalogue entry with
 * the same id. It is found through {@link java.util.ServiceLoader} and needs a public constructor without parameters.
 * One instance is used by several threads at once. A rule that throws is reported as {@code internal-error}; the run
 * goes on.
 */
public abstract sealed class Rule permits ResourceRule, MeshRule {
  private final String id;

  Rule(String id) {
    this.id = Objects.requireNonNull(id);
  }

  /** The id, such as {@code istio-undefined-subset}: the mesh and the class's name in kebab case. */
  public final String id() {
    return id;
  }
}
