package dev.meshlint.rules.istio.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How messages list hosts. */
final class HostList {
  private static final int SHOWN = 3;

  private HostList() {}

  /** The first hosts in quotes, and how many others there are. */
  static String of(Collection<String> hosts) {
    List<String> all = new ArrayList<>(hosts);
    int shown = Math.min(all.size(), SHOWN);
    String text = '"' + String.join("\", \"", all.subList(0, shown)) + '"';
    return shown == all.size() ? text : text + " and " + (all.size() - shown) + " others";
  }
}
