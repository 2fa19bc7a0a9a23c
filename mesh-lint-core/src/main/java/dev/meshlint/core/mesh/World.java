package dev.meshlint.core.mesh;

/** How much of the world the files hold. */
public enum World {
  /** References that lead out of the files are hidden. */
  OPEN,
  /** References that lead out of the files are unresolved: information only. */
  DEFAULT,
  /** Everything is here, as in a rendered environment or a cluster dump: what is not in the files does not exist. */
  CLOSED
}
