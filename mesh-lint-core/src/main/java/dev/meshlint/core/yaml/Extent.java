package dev.meshlint.core.yaml;

/**
 * How large a node is with all below it, what lies behind aliases counted each time.
 *
 * @param nodes the number of nodes
 * @param height the greatest number of collections in each other
 */
record Extent(long nodes, int height) {
  static final Extent SCALAR = new Extent(1, 0);
}
