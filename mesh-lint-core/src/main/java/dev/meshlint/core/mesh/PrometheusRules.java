package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.prometheus.PrometheusExpression;
import dev.meshlint.core.model.prometheus.PrometheusRule;
import dev.meshlint.core.model.prometheus.RuleFile;
import dev.meshlint.core.model.prometheus.RuleGroup;
import dev.meshlint.core.promql.Promql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The alerts and recorded series of PrometheusRules, rule files and ConfigMaps, each expression read once. Immutable. */
public final class PrometheusRules {
  private final List<RuleQuery> queries = new ArrayList<>();
  private final Set<String> recorded = new HashSet<>();

  PrometheusRules(Mesh mesh) {
    addAll(mesh.all(PrometheusRule.class));
    addAll(mesh.all(RuleFile.class));
    addAll(mesh.all(ConfigMap.class));
  }

  private void addAll(List<? extends View> views) {
    for (View view : views) {
      for (RuleGroup group : RuleGroup.of(view)) {
        if (group.isPromql()) {
          group.rules().forEach(this::add);
        }
      }
    }
  }

  private void add(PrometheusExpression rule) {
    Text name = rule.record();
    if (name != null) {
      recorded.add(name.value());
    }
    Text text = rule.expr();
    if (text != null && !text.open()) {
      queries.add(new RuleQuery(rule, text, Promql.parse(text.value())));
    }
  }

  /** The expressions, those of context included. */
  public List<RuleQuery> queries() {
    return List.copyOf(queries);
  }

  /** Whether a series of this name is recorded by a rule in view. */
  public boolean isRecorded(String series) {
    return recorded.contains(series);
  }
}
