package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.CiliumAddresses;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CidrRule;
import dev.meshlint.core.model.cilium.CiliumEgressGatewayPolicy;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyPeer;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Cidr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule on addresses that belong to the cluster, where rules see pods and Services in place of addresses. */
public final class CidrInCluster extends MeshRule {
  public CidrInCluster() {
    super("cilium-cidr-in-cluster");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumAddresses addresses = mesh.cilium().addresses();
    List<Cidr> pods = addresses.pods();
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      List<@Nullable Text> blocks = new ArrayList<>(entry.cidr());
      for (CidrRule rule : entry.cidrSet()) {
        blocks.add(rule.cidr());
      }
      for (Text block : blocks) {
        if (block != null && !block.open() && !isOfService(block, entry, addresses, out)) {
          checkPods(block, "pods", pods, out);
        }
      }
    }
    for (NetworkPolicy policy : mesh.all(NetworkPolicy.class)) {
      policy.ingress().forEach(rule -> checkBlocks(rule.from(), pods, out));
      policy.egress().forEach(rule -> checkBlocks(rule.to(), pods, out));
    }
    for (CiliumEgressGatewayPolicy policy : mesh.all(CiliumEgressGatewayPolicy.class)) {
      checkGateway(policy, pods, out);
    }
  }

  private static boolean isOfService(
      Text block, TrafficRule entry, CiliumAddresses addresses, Findings out) {
    String value = block.value();
    boolean isSingle = value.endsWith("/32") || value.endsWith("/128");
    String single = isSingle ? value.substring(0, value.indexOf('/')) : value;
    Service service = isSingle ? addresses.service(single) : null;
    if (service == null || entry.isIngress()) {
      return false;
    }
    Text address = service.clusterIP();
    out.report(
            block,
            "\"%s\" is the address of %s: rules see the pods behind it, so it matches nothing"
                .formatted(block, service.resource().title()))
        .as(address != null && address.is(single) ? "service" : "balancer")
        .related(service, "has this address")
        .help("use \"toEndpoints\" or \"toServices\"");
    return true;
  }

  private static void checkBlocks(List<NetworkPolicyPeer> peers, List<Cidr> pods, Findings out) {
    for (NetworkPolicyPeer peer : peers) {
      Text block = peer.cidr();
      if (block != null && !block.open()) {
        checkPods(block, "block", pods, out);
      }
    }
  }

  private static void checkPods(Text block, String caseName, List<Cidr> pods, Findings out) {
    Cidr range = Cidr.parseOrAddress(block.value());
    for (Cidr pod : pods) {
      if (range != null && pod.contains(range)) {
        out.report(
                block,
                "\"%s\" lies in the range of the pods: rules on addresses never match pods"
                    .formatted(block))
            .as(caseName)
            .help("select the pods by their labels");
        return;
      }
    }
  }

  private static void checkGateway(
      CiliumEgressGatewayPolicy policy, List<Cidr> pods, Findings out) {
    for (Text destination : policy.destinationCIDRs()) {
      Cidr range = destination.open() ? null : Cidr.parse(destination.value());
      for (Cidr pod : pods) {
        if (range != null && range.contains(pod) && !isExcluded(pod, policy)) {
          out.report(
                  destination,
                  "\"%s\" holds the addresses of pods too, and traffic to them is meant to stay"
                      .formatted(destination))
              .as("gateway")
              .help("leave the range of the pods out with excludedCIDRs");
          break;
        }
      }
    }
  }

  private static boolean isExcluded(Cidr pod, CiliumEgressGatewayPolicy policy) {
    for (Text text : policy.excludedCIDRs()) {
      Cidr excluded = text.open() ? null : Cidr.parse(text.value());
      if (text.open() || (excluded != null && excluded.contains(pod))) {
        return true;
      }
    }
    return false;
  }
}
