package dev.meshlint.rules.prometheus;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.promql.Aggregation;
import dev.meshlint.core.promql.Expression;
import dev.meshlint.core.promql.Grouping;
import dev.meshlint.core.promql.LabelMatcher;
import dev.meshlint.core.promql.Name;
import dev.meshlint.core.promql.Selector;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A label that a metric of the mesh does not have, or a value that the label never has. */
public final class UnknownMeshLabel extends MeshRule {
  public UnknownMeshLabel() {
    super("prometheus-unknown-mesh-label");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<RuleQuery> queries = mesh.prometheusRules().queries();
    Set<String> custom = queries.isEmpty() ? Set.of() : CustomLabels.of(mesh);
    for (RuleQuery query : queries) {
      for (Expression part : query.parts()) {
        if (part instanceof Selector selector) {
          check(query, selector, custom, out);
        } else if (part instanceof Aggregation aggregation) {
          check(query, aggregation, custom, out);
        }
      }
    }
  }

  private static void check(RuleQuery query, Selector selector, Set<String> custom, Findings out) {
    Name name = selector.name();
    Metric metric = name == null ? null : MeshMetrics.get(name.text());
    MetricLabels labels = metric == null ? null : metric.labels();
    if (labels == null
        || (labels.mesh().equals("linkerd") && !LinkerdSelectors.isMeant(selector))) {
      return;
    }
    for (LabelMatcher matcher : selector.matchers()) {
      String label = matcher.label().text();
      if (custom.contains(label)) {
        continue;
      }
      if (labels.names().isEmpty() || labels.names().contains(label)) {
        LabelValues.check(query, matcher, labels, out);
      } else {
        checkLabel(query, matcher, name, labels, out);
      }
    }
  }

  private static void check(
      RuleQuery query, Aggregation aggregation, Set<String> custom, Findings out) {
    Grouping grouping = aggregation.grouping();
    GroupingLabels known = grouping == null ? null : GroupingLabels.of(aggregation);
    if (grouping == null || known == null) {
      return;
    }
    for (Name label : grouping.labels()) {
      String near = custom.contains(label.text()) ? null : known.nearest(grouping, label);
      String says = "no series here has a label \"%s\", so they are not kept apart by it";
      report(query, label, says.formatted(label), near, out);
    }
  }

  private static void checkLabel(
      RuleQuery query,
      LabelMatcher matcher,
      @Nullable Name metric,
      MetricLabels labels,
      Findings out) {
    Name label = matcher.label();
    if (MeshMetrics.isLabelOf(labels.mesh(), label.text())) {
      if (MatchedValues.demandsValue(matcher)) {
        out.report(
            query.at(matcher.span()),
            "metric \"%s\" has no label \"%s\", so nothing is selected".formatted(metric, label));
      }
      return;
    }
    String near = NearMiss.nearestGiven(label.text(), labels.names());
    String says = "label \"%s\" is none of metric \"%s\"".formatted(label, metric);
    report(query, label, says, near, out);
  }

  private static void report(
      RuleQuery query, Name label, String message, @Nullable String near, Findings out) {
    if (near != null) {
      out.report(query.at(label.span()), message)
          .help("did you mean \"" + near + "\"?")
          .fix(query.replace("write \"" + near + "\"", true, label.span(), near));
    }
  }
}
