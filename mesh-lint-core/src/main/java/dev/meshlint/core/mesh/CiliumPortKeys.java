package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys for ports: an entry that holds all ports of another one shares one with each of them. A range is cut into blocks of
 * 1, 2, 4 … ports, so that a port is in few of them.
 */
final class CiliumPortKeys {
  private static final String ALL = "all";
  private static final int BITS = 16;

  private boolean ranges;

  /** The keys to keep an entry under. */
  Set<String> of(CiliumPorts ports) {
    Set<String> keys = new LinkedHashSet<>();
    if (ports.ports().isEmpty()) {
      keys.add(ALL);
    }
    for (View port : ports.ports()) {
      Text first = port.text("port");
      if (first == null || first.is("0")) {
        keys.add(ALL);
      } else {
        keys.add(first.value());
        Integer from = first.integer();
        Integer to = port.integer("endPort");
        if (from != null && to != null && from < to) {
          ranges = true;
          addBlocks(from, Math.min(to, (1 << BITS) - 1), keys);
        }
      }
    }
    return keys;
  }

  private static void addBlocks(int from, int to, Set<String> keys) {
    int start = Math.max(from, 0);
    while (start <= to) {
      int level = start == 0 ? BITS : Math.min(BITS, Integer.numberOfTrailingZeros(start));
      while (start + (1 << level) - 1 > to) {
        level--;
      }
      keys.add(block(start, level));
      start += 1 << level;
    }
  }

  private static String block(int port, int level) {
    return level + "/" + (port >> level);
  }

  /** For each of these ports the keys under which all are found that may hold it. */
  List<List<String>> askedBy(CiliumPorts ports) {
    List<List<String>> all = new ArrayList<>();
    for (View port : ports.ports()) {
      List<String> keys = new ArrayList<>();
      keys.add(ALL);
      Text text = port.text("port");
      if (text != null && !text.open()) {
        keys.add(text.value());
        Integer number = text.integer();
        for (int level = 0; ranges && number != null && level <= BITS; level++) {
          keys.add(block(number, level));
        }
      }
      all.add(keys);
    }
    return all.isEmpty() ? List.of(List.of(ALL)) : all;
  }
}
