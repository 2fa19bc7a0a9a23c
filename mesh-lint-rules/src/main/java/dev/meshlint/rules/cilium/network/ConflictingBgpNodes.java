package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.CiliumLabels;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.CiliumBGPClusterConfig;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two configurations of BGP for the same nodes. */
public final class ConflictingBgpNodes extends MeshRule {
  private static final String ALL = "[]";

  public ConflictingBgpNodes() {
    super("cilium-conflicting-bgp-nodes");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<String, CiliumBGPClusterConfig> first = new LinkedHashMap<>();
    for (CiliumBGPClusterConfig config : mesh.sorted(CiliumBGPClusterConfig.class)) {
      String nodes = CiliumLabels.canonical(config.nodeSelector());
      if (nodes == null || mesh.nearness().isAlternative(config.resource())) {
        continue;
      }
      CiliumBGPClusterConfig other = first.putIfAbsent(nodes, config);
      if (other == null) {
        other = nodes.equals(ALL) ? earliest(first, config) : first.get(ALL);
      }
      if (other != null && other != config) {
        report(config, other, mesh, out);
      }
    }
  }

  private static CiliumBGPClusterConfig earliest(
      Map<String, CiliumBGPClusterConfig> first, CiliumBGPClusterConfig config) {
    for (CiliumBGPClusterConfig one : first.values()) {
      return one;
    }
    return config;
  }

  private static void report(
      CiliumBGPClusterConfig config, CiliumBGPClusterConfig other, Mesh mesh, Findings out) {
    boolean together = mesh.nearness().appliedTogether(config.resource(), other.resource());
    out.report(
            config.spec().at("nodeSelector"),
            "%s selects the same nodes: the operator takes one of them for a node and leaves out the other"
                .formatted(other.resource().title()))
        .as(together ? "together" : "apart")
        .related(other.spec().at("nodeSelector"), "selects them too");
  }
}
