package dev.meshlint.test;

/** What {@link MeshLintTest} makes a test of. */
public enum TestPer {
  /** Every resource that was linted, such as {@code VirtualService shop/basket}. */
  RESOURCE,
  /** Every file that holds one. */
  FILE,
  /** Every rule. */
  RULE
}
