package dev.meshlint.rules.prometheus;

import dev.meshlint.core.promql.Aggregation;
import dev.meshlint.core.promql.BinaryOperation;
import dev.meshlint.core.promql.Expression;
import dev.meshlint.core.promql.FunctionCall;
import dev.meshlint.core.promql.Grouping;
import dev.meshlint.core.promql.Name;
import dev.meshlint.core.promql.Selector;
import dev.meshlint.core.value.NearMiss;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The labels that series have where an aggregation groups them: known where nothing but metrics of a mesh is aggregated,
 * and no function and no other vector adds a label.
 */
final class GroupingLabels {
  private final Set<String> names = new LinkedHashSet<>();

  private GroupingLabels() {}

  /** The labels of what is aggregated; null where they are not known. */
  static @Nullable GroupingLabels of(Aggregation aggregation) {
    GroupingLabels labels = new GroupingLabels();
    for (Expression part : aggregation.vector().all()) {
      if (!labels.addAll(part)) {
        return null;
      }
    }
    return labels.names.isEmpty() ? null : labels;
  }

  private boolean addAll(Expression part) {
    if (part instanceof Selector selector) {
      Name name = selector.name();
      Metric metric = name == null ? null : MeshMetrics.get(name.text());
      MetricLabels labels = metric == null ? null : metric.labels();
      if (labels == null || labels.mesh().equals("linkerd")) {
        return false;
      }
      names.addAll(labels.names());
      return !labels.names().isEmpty();
    }
    if (part instanceof FunctionCall call) {
      String function = call.function().text();
      return !function.startsWith("label_") && !function.equals("info");
    }
    return !(part instanceof BinaryOperation) && !(part instanceof Aggregation);
  }

  /** The label that a misspelt one in the grouping means; null where it is none. */
  @Nullable String nearest(Grouping grouping, Name label) {
    return grouping.without() || names.contains(label.text())
        ? null
        : NearMiss.nearestGiven(label.text(), names);
  }
}
