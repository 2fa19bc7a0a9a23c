package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.linkerd.EgressNetwork;
import dev.meshlint.core.model.linkerd.Network;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Cidr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An EgressNetwork that holds addresses of the cluster: Linkerd does not accept it. */
public final class EgressNetworkOverlapsCluster extends MeshRule {
  /** What Linkerd takes for the cluster's networks as it is shipped. */
  private static final List<String> DEFAULTS =
      List.of("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8");

  public EgressNetworkOverlapsCluster() {
    super("linkerd-egress-network-overlaps-cluster");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<EgressNetwork> all = mesh.all(EgressNetwork.class);
    List<String> cluster = all.isEmpty() ? List.of() : clusterNetworks(mesh);
    for (EgressNetwork egress : all) {
      for (Network network : egress.networks()) {
        Text cidr = network.cidr();
        Cidr range = cidr == null || cidr.open() ? null : Cidr.parseOrAddress(cidr.value());
        String hit = range == null ? null : overlapping(range, network, cluster);
        if (cidr != null && hit != null) {
          out.report(
                  cidr,
                  "\"%s\" overlaps \"%s\", a network of the cluster: the EgressNetwork is not accepted and its routes are ignored"
                      .formatted(cidr, hit))
              .help("leave the cluster's networks out with \"except\"");
        }
      }
    }
  }

  private static @Nullable String overlapping(Cidr range, Network network, List<String> cluster) {
    for (String name : cluster) {
      Cidr own = Cidr.parse(name);
      if (own != null && own.overlaps(range) && !isExcepted(own, network)) {
        return name;
      }
    }
    return null;
  }

  private static boolean isExcepted(Cidr own, Network network) {
    for (Text except : network.except()) {
      Cidr range = Cidr.parseOrAddress(except.value());
      if (except.open() || range == null || range.contains(own)) {
        return true;
      }
    }
    return false;
  }

  /** The networks that the configuration of the control plane in view names, or the defaults. */
  private static List<String> clusterNetworks(Mesh mesh) {
    for (ConfigMap config : mesh.all(ConfigMap.class)) {
      if (config.resource().name().equals("linkerd-config")) {
        Text networks = config.child("data").embedded("values", View::new).text("clusterNetworks");
        if (networks != null) {
          List<String> written = new ArrayList<>();
          for (String network : networks.value().split(",", -1)) {
            written.add(network.strip());
          }
          return networks.open() ? List.of() : written;
        }
      }
    }
    return DEFAULTS;
  }
}
