package dev.meshlint.rules.istio.configuration;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.NetworkRegistries;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.MeshNetwork;
import dev.meshlint.core.model.istio.MeshNetworks;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.List;

/** A network whose endpoints come from a cluster that the control plane does not know. */
public final class UnknownNetworkRegistry extends MeshRule {
  public UnknownNetworkRegistry() {
    super("istio-unknown-network-registry");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    NetworkRegistries registries = mesh.networkRegistries();
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        MeshNetworks networks = MeshNetworks.of(view);
        if (networks != null) {
          for (Named<MeshNetwork> network : networks.networks()) {
            network.value().registries().forEach(name -> check(name, network, registries, out));
          }
        }
      }
    }
  }

  private static void check(
      Text name, Named<MeshNetwork> network, NetworkRegistries registries, Findings out) {
    if (registries.find(name) instanceof NotFound<Located> missing) {
      Report report =
          out.report(
              name,
              missing,
              "registry \"%s\" of network \"%s\" is no cluster of the mesh: its endpoints belong to no network"
                  .formatted(name, network.name()));
      if (missing instanceof Absent<Located> absent && absent.nearest() != null) {
        report.fix(
            Fixes.replaceScalar(
                "write \"" + absent.nearest() + "\"",
                NetworkRegistries.isBuiltIn(absent.nearest()),
                name.node(),
                absent.nearest()));
      }
    }
  }
}
