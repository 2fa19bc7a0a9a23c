package dev.meshlint.core.rule;

/**
 * One mistake. Either a {@link ResourceRule} or a {@link MeshRule}.
 *
 * <p>A rule has no state, does no I/O, knows no severity: severity, title and texts come from the catalogue entry with
 * the same id. It is found through {@link java.util.ServiceLoader} and needs a public constructor without parameters.
 * One instance is used by several threads at once. A rule that throws is reported as {@code internal-error}; the run
 * goes on.
 */
public sealed interface Rule permits ResourceRule, MeshRule {
  /** The id, such as {@code istio-undefined-subset}: the mesh and the class's name in kebab case. */
  String id();
}
