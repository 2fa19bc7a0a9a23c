package dev.meshlint.rules.prometheus;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.promql.Aggregation;
import dev.meshlint.core.promql.Aggregator;
import dev.meshlint.core.promql.Expression;
import dev.meshlint.core.promql.Grouping;
import dev.meshlint.core.promql.LabelMatcher;
import dev.meshlint.core.promql.Name;
import dev.meshlint.core.promql.Selector;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A sum over requests that the proxies of client and server both count. */
public final class DoubleCountedRequests extends MeshRule {
  private static final String REPORTER = "reporter";
  private static final String SECURITY = "connection_security_policy";

  public DoubleCountedRequests() {
    super("prometheus-double-counted-requests");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (RuleQuery query : mesh.prometheusRules().queries()) {
      for (Expression part : query.parts()) {
        if (part instanceof Aggregation sum
            && sum.operator() == Aggregator.SUM
            && !keepsReporter(sum.grouping())) {
          check(query, sum, out);
        }
      }
    }
  }

  private static boolean keepsReporter(@Nullable Grouping grouping) {
    if (grouping == null) {
      return false;
    }
    boolean named = grouping.labels().stream().anyMatch(one -> one.text().equals(REPORTER));
    return named != grouping.without();
  }

  /** Looks at what is summed, but not into aggregations below, which have their own say. */
  private static void check(RuleQuery query, Aggregation sum, Findings out) {
    Deque<Expression> open = new ArrayDeque<>();
    open.push(sum.vector());
    while (!open.isEmpty()) {
      Expression part = open.pop();
      if (part instanceof Selector selector && countsTwice(selector)) {
        report(query, selector, out);
      } else if (!(part instanceof Aggregation)) {
        part.children().forEach(open::push);
      }
    }
  }

  private static void report(RuleQuery query, Selector selector, Findings out) {
    Name name = selector.metric();
    if (name == null) {
      return;
    }
    String only = REPORTER + "=\"destination\"";
    out.report(
            query.at(name.span()),
            "\"%s\" is summed over both reporters: the proxies of client and server each count the same requests"
                .formatted(name))
        .help("add " + only)
        .fix(fix(query, selector, name, only));
  }

  private static @Nullable Fix fix(RuleQuery query, Selector selector, Name name, String matcher) {
    String description = "count what servers see";
    if (!selector.matchers().isEmpty()) {
      int first = selector.matchers().get(0).label().span().start();
      return query.insert(description, first, matcher + ",");
    }
    boolean alone = selector.span().equals(name.span());
    return alone ? query.insert(description, name.span().end(), "{" + matcher + "}") : null;
  }

  private static boolean countsTwice(Selector selector) {
    Name name = selector.metric();
    Metric metric = name == null ? null : MeshMetrics.get(name.text());
    if (metric == null || !metric.counter()) {
      return false;
    }
    MetricLabels labels = metric.labels();
    if (labels == null || labels.values(REPORTER).isEmpty()) {
      return false;
    }
    for (LabelMatcher matcher : selector.matchers()) {
      if (tellsReporter(matcher, labels)) {
        return false;
      }
    }
    return true;
  }

  /** Labels that scraping adds belong to the proxy that counts; the security policy is known to servers only. */
  private static boolean tellsReporter(LabelMatcher matcher, MetricLabels labels) {
    String label = matcher.label().text();
    return label.equals(REPORTER)
        || !labels.names().contains(label)
        || (label.equals(SECURITY)
            && matcher.operator() == LabelMatcher.Operator.EQUAL
            && !matcher.value().value().equals("unknown"));
  }
}
