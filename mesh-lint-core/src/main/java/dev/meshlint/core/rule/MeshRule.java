package dev.meshlint.core.rule;

import dev.meshlint.core.mesh.Mesh;

/** A rule on the whole mesh, asked once a run. What it says about context resources is dropped by the engine. */
public abstract non-sealed class MeshRule extends Rule {
  /**
   * Makes a rule.
   *
   * @param id its id
   */
  protected MeshRule(String id) {
    super(id);
  }

  /** Says what is wrong in this mesh. */
  public abstract void check(Mesh mesh, Findings out);
}
