package dev.meshlint.core.rule;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;

/** A rule on resources of one type, asked once for each of them that is not context. */
public non-sealed interface ResourceRule<V extends View> extends Rule {
  /** The type of view that the rule is asked with. */
  Class<V> type();

  /** Says what is wrong with this resource. */
  void check(V view, Mesh mesh, Findings out);
}
