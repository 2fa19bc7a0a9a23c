package dev.meshlint.rules.prometheus;

import dev.meshlint.core.promql.LabelMatcher;
import dev.meshlint.core.promql.Selector;
import java.util.Set;

/** Tells which selectors mean metrics of Linkerd, whose names may be those of any application. */
final class LinkerdSelectors {
  /** Labels of Linkerd's proxy that others may have as well, but hardly two of them together. */
  private static final Set<String> OWN =
      Set.of("direction", "classification", "tls", "no_tls_reason", "client_id", "server_id");

  private LinkerdSelectors() {}

  /** Whether the job, a label that only Linkerd's proxy writes, or several that it writes say so. */
  static boolean isMeant(Selector selector) {
    int own = 0;
    for (LabelMatcher matcher : selector.matchers()) {
      String label = matcher.label().text();
      boolean job = label.equals("job") && matcher.value().value().contains("linkerd");
      if (job || label.startsWith("dst_") || label.equals("rt_route")) {
        return true;
      }
      own += OWN.contains(label) ? 1 : 0;
    }
    return own > 1;
  }
}
