package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.SelectorKey;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** A selector on a label that Cilium leaves out of identities. */
public final class IgnoredLabel extends MeshRule {
  private static final List<String> LEFT_OUT =
      List.of(
          "io.kubernetes",
          "kubernetes.io",
          "k8s.io",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index",
          "batch.kubernetes.io/job-completion-index",
          "batch.kubernetes.io/controller-uid",
          "topology.kubernetes.io",
          "pod-template-generation",
          "pod-template-hash",
          "controller-revision-hash",
          "controller-uid",
          "annotation",
          "etcd_node");

  public IgnoredLabel() {
    super("cilium-ignored-label");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    if (mesh.cilium().settings().mentions("labels")) {
      return;
    }
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (EndpointSelector selector : rule.podSelectors()) {
        for (SelectorKey key : selector.keys()) {
          if (!key.text().open() && isLeftOut(key)) {
            out.report(
                key,
                "label \"%s\" is no part of identities: the selector matches no pod by it"
                    .formatted(key.name()));
          }
        }
      }
    }
  }

  private static boolean isLeftOut(SelectorKey key) {
    String name = key.name();
    if (!key.isOfPods() || key.isNamespace() || key.isMeantAsNamespace()) {
      return false;
    }
    if (name.contains("beta.kubernetes.io")) {
      return true;
    }
    for (String prefix : LEFT_OUT) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
