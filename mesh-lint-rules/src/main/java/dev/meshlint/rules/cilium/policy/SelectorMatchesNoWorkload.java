package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** A selector for pods that no workload in view has. */
public final class SelectorMatchesNoWorkload extends ResourceRule<CiliumNetworkPolicy> {
  public SelectorMatchesNoWorkload() {
    super("cilium-selector-matches-no-workload", CiliumNetworkPolicy.class);
  }

  @Override
  public void check(CiliumNetworkPolicy policy, Mesh mesh, Findings out) {
    for (PolicyRule rule : policy.rules()) {
      check(rule.endpointSelector(), CiliumSelection.subject(rule), false, mesh, out);
      for (TrafficRule entry : rule.traffic()) {
        for (EndpointSelector peer : entry.endpoints()) {
          check(peer, CiliumSelection.peer(peer), true, mesh, out);
        }
      }
    }
  }

  private static void check(
      EndpointSelector selector, CiliumSelection selection, boolean peer, Mesh mesh, Findings out) {
    NamespaceRef scope = selection.implied();
    if (scope == null
        || !scope.isNamed()
        || scope.name().equals("kube-system")
        || selection.open()
        || !selection.isByLabels()
        || !selection.selected(mesh.workloads()).isEmpty()) {
      return;
    }
    Answer<MeshWorkload> answer = mesh.workloads().select(selection::selects, scope);
    if (answer instanceof Absent<MeshWorkload> absent) {
      String near = selection.nearest(mesh.workloads().in(scope));
      if (near == null && peer && selection.value("k8s-app") != null) {
        return;
      }
      out.report(
              selector,
              new Absent<>(absent.evidence(), absent.looked(), near),
              "no pod of namespace \"%s\" in view has these labels: %s"
                  .formatted(scope, peer ? "nobody is meant" : "the policy is for nobody"))
          .as(peer ? "peer" : near == null ? "unlike" : "subject");
    }
  }
}
