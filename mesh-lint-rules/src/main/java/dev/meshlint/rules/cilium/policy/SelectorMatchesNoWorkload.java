package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.cilium.CiliumEgressGatewayPolicy;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.EgressClients;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A selector for pods that no workload in view has. */
public final class SelectorMatchesNoWorkload extends MeshRule {
  public SelectorMatchesNoWorkload() {
    super("cilium-selector-matches-no-workload");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      CiliumSelection subject = CiliumSelection.subject(rule);
      check(rule.endpointSelector(), subject, "the policy is for nobody", false, mesh, out);
      for (TrafficRule entry : rule.traffic()) {
        for (EndpointSelector peer : entry.endpoints()) {
          check(peer, CiliumSelection.peer(peer), "nobody is meant", true, mesh, out);
        }
      }
    }
    for (CiliumLocalRedirectPolicy policy : mesh.all(CiliumLocalRedirectPolicy.class)) {
      CiliumSelection backends = CiliumSelection.backends(policy);
      check(policy.backendSelector(), backends, "nothing is redirected", false, mesh, out);
    }
    for (CiliumEgressGatewayPolicy policy : mesh.all(CiliumEgressGatewayPolicy.class)) {
      for (EgressClients clients : policy.selectors()) {
        CiliumSelection pods = CiliumSelection.clients(clients);
        check(clients.podSelector(), pods, "the policy is for nobody", false, mesh, out);
      }
    }
  }

  private static void check(
      Located selector,
      CiliumSelection selection,
      String effect,
      boolean peer,
      Mesh mesh,
      Findings out) {
    NamespaceRef scope = selection.namespace();
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
      if (near == null && peer && !isComplete(selection, absent)) {
        return;
      }
      out.report(
              selector,
              new Absent<>(absent.evidence(), absent.looked(), near),
              "no pod of namespace \"%s\" in view has these labels: %s".formatted(scope, effect))
          .as(peer ? "peer" : near == null ? "unlike" : "subject");
    }
  }

  /** Whether what is in view of the peer's namespace is likely all of it: of another namespace it hardly ever is. */
  private static boolean isComplete(CiliumSelection peer, Absent<MeshWorkload> absent) {
    boolean own = peer.implied() != null && peer.value("k8s-app") == null;
    return own || absent.evidence() == Evidence.CLOSED;
  }
}
