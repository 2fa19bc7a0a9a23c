package dev.meshlint.rules.istio.security;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.Selector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.Telemetry;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** The selector of a policy, gateway or the like selects no workload: the resource has no effect. */
public final class SelectorMatchesNoWorkload extends MeshRule {
  public SelectorMatchesNoWorkload() {
    super("istio-selector-matches-no-workload");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof WorkloadSelecting selecting) {
          check(selecting, mesh, out);
        }
      }
    }
  }

  private static void check(WorkloadSelecting selecting, Mesh mesh, Findings out) {
    if (mesh.selections().of(selecting) instanceof NotFound<MeshWorkload> missing) {
      Selector selector = Selector.of(selecting.selector().labels());
      out.report(
              place(selecting, missing),
              missing,
              "selector %s selects no workload: this %s has no effect"
                  .formatted(selector, selecting.resource().kind()))
          .as(caseOf(selecting));
    }
    if (selecting instanceof AuthorizationPolicy policy
        && policy.selector().selectsAll()
        && mesh.selections().ofNamespace(policy) instanceof Absent<MeshWorkload> missing) {
      out.report(
              policy.spec(),
              missing,
              "there is no workload in namespace \"%s\": this %s has no effect"
                  .formatted(policy.resource().namespace(), policy.resource().kind()))
          .as("namespace");
    }
  }

  /** The label that was misspelt, else the only one, else the whole selector. */
  private static Located place(WorkloadSelecting selecting, NotFound<MeshWorkload> missing) {
    List<Named<Text>> labels = selecting.selector().labels();
    if (missing instanceof Absent<MeshWorkload> absent && absent.nearest() != null) {
      for (Named<Text> label : labels) {
        if (absent.nearest().startsWith(label.name() + ":")) {
          return label.value();
        }
      }
    }
    return labels.size() == 1 ? labels.get(0).value() : selecting.selector();
  }

  private static String caseOf(WorkloadSelecting selecting) {
    if (selecting instanceof Gateway) {
      return "gateway";
    }
    if (selecting instanceof Sidecar || selecting instanceof Telemetry) {
      return "settings";
    }
    return selecting instanceof AuthorizationPolicy ? "authorization" : "policy";
  }
}
