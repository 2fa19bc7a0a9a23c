package dev.meshlint.core.rule;

import dev.meshlint.core.mesh.Mesh;

/** A rule on the whole mesh, asked once a run. What it says about context resources is dropped by the engine. */
public non-sealed interface MeshRule extends Rule {
  /** Says what is wrong in this mesh. */
  void check(Mesh mesh, Findings out);
}
