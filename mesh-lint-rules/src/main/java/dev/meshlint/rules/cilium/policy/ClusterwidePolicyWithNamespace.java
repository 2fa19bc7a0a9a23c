package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of the cluster with a namespace, which is ignored. */
public final class ClusterwidePolicyWithNamespace extends MeshRule {
  public ClusterwidePolicyWithNamespace() {
    super("cilium-clusterwide-policy-with-namespace");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> ofType : mesh.views().values()) {
      for (View view : ofType) {
        Resource resource = view.resource();
        if (resource.group().equals("cilium.io")
            && resource.scope() == Resource.Scope.CLUSTER
            && view instanceof ResourceView object) {
          check(object, out);
        }
      }
    }
  }

  private static void check(ResourceView object, Findings out) {
    Text namespace = object.metadata().namespace();
    if (namespace == null) {
      return;
    }
    boolean policy = object instanceof CiliumClusterwideNetworkPolicy;
    String effect =
        policy ? "it selects pods of all namespaces" : "it is an object of the whole cluster";
    out.report(
            namespace,
            "namespace \"%s\" is ignored on a %s: %s"
                .formatted(namespace, object.resource().kind(), effect))
        .as(policy ? "policy" : "other")
        .fix(removal(object));
  }

  private static @Nullable Fix removal(ResourceView object) {
    if (object.metadata().node() instanceof YamlMapping metadata) {
      YamlMapping.Entry entry = metadata.entry("namespace");
      return entry == null
          ? null
          : Fixes.removeEntry("remove the namespace", true, metadata, entry);
    }
    return null;
  }
}
