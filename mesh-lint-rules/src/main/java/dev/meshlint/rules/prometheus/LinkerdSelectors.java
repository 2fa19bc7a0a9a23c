package dev.meshlint.rules.prometheus;

import dev.meshlint.core.promql.LabelMatcher;
import dev.meshlint.core.promql.Selector;

/** Tells which selectors mean metrics of Linkerd, whose names may be those of any application. */
final class LinkerdSelectors {
  private LinkerdSelectors() {}

  /** Whether the job, or labels that only Linkerd's proxy writes, say so. */
  static boolean isMeant(Selector selector) {
    for (LabelMatcher matcher : selector.matchers()) {
      String label = matcher.label().text();
      boolean job = label.equals("job") && matcher.value().value().contains("linkerd");
      if (job || label.startsWith("dst_") || label.equals("rt_route")) {
        return true;
      }
    }
    return false;
  }
}
