package dev.meshlint.core.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What an anchor stands for.
 *
 * @param node the node; null while it is being read, so that an alias in it would contain itself
 * @param size the number of nodes in it, those behind aliases counted each time
 */
record Anchor(@Nullable YamlNode node, long size) {
  static final Anchor UNFINISHED = new Anchor(null, 0);
}
