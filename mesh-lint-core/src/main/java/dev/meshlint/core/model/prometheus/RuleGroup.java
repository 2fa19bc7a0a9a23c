package dev.meshlint.core.model.prometheus;

import dev.meshlint.core.manifest.RuleFiles;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of rules that are evaluated together. */
public final class RuleGroup extends View {
  private static final List<String> VMALERT_FIELDS =
      List.of(
          "concurrency",
          "debug",
          "eval_alignment",
          "eval_delay",
          "eval_offset",
          "extra_filter_labels",
          "headers",
          "notifier_headers",
          "params",
          "tenant");

  /** Makes the view. */
  public RuleGroup(At at) {
    super(at);
  }

  /**
   * The groups of rules that a resource holds: a PrometheusRule, a file of rules, or a ConfigMap with such files; none in
   * any other.
   */
  public static List<RuleGroup> of(View view) {
    if (view instanceof PrometheusRule rules) {
      return rules.groups();
    }
    if (view instanceof RuleFile file) {
      return file.groups();
    }
    List<RuleGroup> groups = new ArrayList<>();
    if (view instanceof ConfigMap map) {
      for (Named<Text> entry : map.data()) {
        if (RuleFiles.mayHoldRules(entry.value().value())) {
          RuleFile file = entry.value().yaml(RuleFile::new);
          groups.addAll(RuleFiles.isRuleFile(file.node()) ? file.groups() : List.of());
        }
      }
    }
    return groups;
  }

  /**
   * Whether the expressions are PromQL: vmalert reads groups of the same form, has other languages too, and is known by
   * fields that Prometheus refuses. Source: VictoriaMetrics' documentation of vmalert, "Groups".
   */
  public boolean isPromql() {
    Text type = text("type");
    return (type == null || type.is("prometheus")) && VMALERT_FIELDS.stream().noneMatch(this::has);
  }

  /** Its name. */
  public @Nullable Text name() {
    return text("name");
  }

  /** How often it is evaluated. */
  public @Nullable Text interval() {
    return text("interval");
  }

  /** The rules. */
  public List<PrometheusExpression> rules() {
    return list("rules", PrometheusExpression::new);
  }
}
