package dev.meshlint.core.rule;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import java.util.Objects;

/** A rule on resources of one type, asked once for each of them that is not context. */
public abstract non-sealed class ResourceRule<V extends View> extends Rule {
  private final Class<V> type;

  /**
   * Makes a rule.
   *
   * @param id its id
   * @param type the type of view that the rule is asked with
   */
  protected ResourceRule(String id, Class<V> type) {
    super(id);
    this.type = Objects.requireNonNull(type);
  }

  /** The type of view that the rule is asked with. */
  public final Class<V> type() {
    return type;
  }

  /** Says what is wrong with this resource. */
  public abstract void check(V view, Mesh mesh, Findings out);
}
