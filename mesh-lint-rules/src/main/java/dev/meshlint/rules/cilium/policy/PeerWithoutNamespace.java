package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A peer that means pods of another namespace without naming it. */
public final class PeerWithoutNamespace extends ResourceRule<CiliumNetworkPolicy> {
  private static final Set<String> DNS = Set.of("kube-dns", "coredns", "node-local-dns");

  public PeerWithoutNamespace() {
    super("cilium-peer-without-namespace", CiliumNetworkPolicy.class);
  }

  @Override
  public void check(CiliumNetworkPolicy policy, Mesh mesh, Findings out) {
    NamespaceRef own = policy.resource().namespace();
    if (!own.isNamed()) {
      return;
    }
    for (PolicyRule rule : policy.rules()) {
      for (TrafficRule entry : rule.traffic()) {
        for (EndpointSelector peer : entry.endpoints()) {
          CiliumSelection selection = CiliumSelection.peer(peer);
          if (selection.implied() != null && !selection.open() && selection.isByLabels()) {
            check(peer, selection, own, mesh, out);
          }
        }
      }
    }
  }

  private static void check(
      EndpointSelector peer, CiliumSelection selection, NamespaceRef own, Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().in(own)) {
      if (selection.selects(workload) != Same.NO) {
        return;
      }
    }
    String other = elsewhere(peer, selection, own, mesh);
    if (other != null) {
      out.report(
              peer,
              "the peer means pods of namespace \"%s\" only: those of \"%s\" need their namespace in the selector"
                  .formatted(own, other))
          .help("add k8s:io.kubernetes.pod.namespace: " + other);
    }
  }

  private static @Nullable String elsewhere(
      EndpointSelector peer, CiliumSelection selection, NamespaceRef own, Mesh mesh) {
    String dns = selection.value("k8s-app");
    if (dns != null && DNS.contains(dns)) {
      return own.name().equals("kube-system") ? null : "kube-system";
    }
    if (mesh.workloads().in(own).isEmpty()) {
      return null;
    }
    NamespaceRef only = null;
    for (MeshWorkload workload : CiliumSelection.anywhere(peer).selected(mesh.workloads())) {
      NamespaceRef namespace = workload.namespace();
      if (!namespace.isNamed() || (only != null && !only.equals(namespace))) {
        return null;
      }
      only = namespace;
    }
    return only == null ? null : only.name();
  }
}
