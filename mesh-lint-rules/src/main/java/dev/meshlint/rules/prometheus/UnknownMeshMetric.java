package dev.meshlint.rules.prometheus;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.promql.Expression;
import dev.meshlint.core.promql.Name;
import dev.meshlint.core.promql.Selector;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A metric that a mesh does not export under this name, so that the expression selects nothing. */
public final class UnknownMeshMetric extends MeshRule {
  public UnknownMeshMetric() {
    super("prometheus-unknown-mesh-metric");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (RuleQuery query : mesh.prometheusRules().queries()) {
      for (Expression part : query.parts()) {
        if (part instanceof Selector selector) {
          Name name = selector.name();
          if (name != null && !mesh.prometheusRules().isRecorded(name.text())) {
            check(query, selector, name, out);
          }
        }
      }
    }
  }

  private static void check(RuleQuery query, Selector selector, Name name, Findings out) {
    String metric = name.text();
    String gone = MeshMetrics.gone(metric);
    if (gone != null) {
      out.report(query.at(name.span()), says(metric, "is no longer exported: " + gone));
      return;
    }
    boolean own = MeshMetrics.isOwn(metric) || LinkerdSelectors.isMeant(selector);
    if (!own || metric.indexOf(':') >= 0 || MeshMetrics.get(metric) != null) {
      return;
    }
    String near = MeshMetrics.nearest(metric);
    if (near != null) {
      out.report(query.at(name.span()), says(metric, "is none that the mesh exports"))
          .help("did you mean \"" + near + "\"?")
          .fix(query.replace("write \"" + near + "\"", true, name.span(), near));
    } else if (MeshMetrics.isClosed(metric)) {
      out.report(query.at(name.span()), says(metric, "is none of Istio's standard metrics"))
          .as("unlisted");
    }
  }

  private static String says(String metric, String what) {
    return "metric \"" + metric + "\" " + what + ", so nothing is selected";
  }
}
