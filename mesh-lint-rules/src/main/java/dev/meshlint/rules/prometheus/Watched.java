package dev.meshlint.rules.prometheus;

import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.promql.Expression;
import dev.meshlint.core.promql.FunctionCall;
import dev.meshlint.core.promql.LabelMatcher;
import dev.meshlint.core.promql.Name;
import dev.meshlint.core.promql.Selector;
import java.util.List;

/** What alerts on a mesh are expected to watch. */
enum Watched {
  /** Whether the control plane runs. */
  CONTROL_PLANE("control-plane", "the control plane is down") {
    @Override
    boolean isWatchedBy(Expression part) {
      if (part instanceof FunctionCall call && call.function().text().startsWith("absent")) {
        return call.all().stream()
            .anyMatch(one -> one instanceof Selector selector && names(selector, CONTROL_PLANES));
      }
      if (!(part instanceof Selector selector)) {
        return false;
      }
      String metric = metric(selector);
      return metric.startsWith("pilot_")
          || metric.startsWith("istiod_")
          || ((metric.equals("up") || metric.startsWith("kube_"))
              && names(selector, CONTROL_PLANES));
    }
  },
  /** How much memory the proxies take. */
  PROXY_MEMORY("proxy-memory", "proxies take too much memory") {
    @Override
    boolean isWatchedBy(Expression part) {
      return part instanceof Selector selector
          && metric(selector).contains("memory")
          && (metric(selector).startsWith("envoy_") || names(selector, PROXIES));
    }
  },
  /** How much traffic is not encrypted. */
  PLAINTEXT("plaintext", "traffic inside the mesh is not encrypted") {
    @Override
    boolean isWatchedBy(Expression part) {
      return part instanceof Selector selector
          && selector.matchers().stream()
              .anyMatch(matcher -> ENCRYPTION.contains(matcher.label().text()));
    }
  };

  private static final List<String> CONTROL_PLANES =
      List.of("istiod", "pilot", "discovery", "linkerd", "cilium");
  private static final List<String> PROXIES =
      List.of("istio-proxy", "linkerd-proxy", "cilium-envoy", "ztunnel", "waypoint");
  private static final List<String> ENCRYPTION =
      List.of("connection_security_policy", "tls", "no_tls_reason");

  private final String caseName;
  private final String event;

  Watched(String caseName, String event) {
    this.caseName = caseName;
    this.event = event;
  }

  String caseName() {
    return caseName;
  }

  String event() {
    return event;
  }

  boolean isWatchedBy(RuleQuery query) {
    Expression expression = query.parsed().expression();
    return expression != null && expression.all().stream().anyMatch(this::isWatchedBy);
  }

  abstract boolean isWatchedBy(Expression part);

  private static String metric(Selector selector) {
    Name name = selector.name();
    return name == null ? "" : name.text();
  }

  private static boolean names(Selector selector, List<String> words) {
    for (LabelMatcher matcher : selector.matchers()) {
      for (String word : words) {
        if (matcher.value().value().contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
