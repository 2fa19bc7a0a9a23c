package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.BgpAdvertisement;
import dev.meshlint.core.model.cilium.CiliumBGPAdvertisement;
import dev.meshlint.core.model.cilium.CiliumBGPPeerConfig;
import dev.meshlint.core.model.cilium.CiliumL2AnnouncementPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A policy for announcements that announces nothing. */
public final class AnnouncesNothing extends MeshRule {
  public AnnouncesNothing() {
    super("cilium-announces-nothing");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (CiliumL2AnnouncementPolicy policy : mesh.all(CiliumL2AnnouncementPolicy.class)) {
      View spec = policy.spec();
      if (spec.present()
          && !spec.isTrue("externalIPs")
          && !spec.isTrue("loadBalancerIPs")
          && !spec.isOpen("externalIPs")
          && !spec.isOpen("loadBalancerIPs")) {
        out.report(
                spec,
                "neither \"loadBalancerIPs\" nor \"externalIPs\" is true: no address is announced")
            .as("addresses");
      }
    }
    for (CiliumBGPAdvertisement object : mesh.all(CiliumBGPAdvertisement.class)) {
      for (BgpAdvertisement advertisement : object.advertisements()) {
        Text type = advertisement.advertisementType();
        if (type != null
            && (type.is("Service") || type.is("CiliumPodIPPool"))
            && !advertisement.has("selector")) {
          out.report(
                  advertisement, "without \"selector\" no object is selected: nothing is announced")
              .as("selector")
              .help("select by an expression that always holds to announce all of them");
        }
      }
    }
    List<CiliumBGPAdvertisement> advertisements = mesh.sorted(CiliumBGPAdvertisement.class);
    for (CiliumBGPPeerConfig config : mesh.all(CiliumBGPPeerConfig.class)) {
      for (LabelSelector selector : config.advertisementSelectors()) {
        dev.meshlint.core.value.LabelSelector known = selector.known();
        if (known != null
            && !advertisements.isEmpty()
            && advertisements.stream().noneMatch(one -> maySelect(known, one))) {
          out.report(
                  selector,
                  "no CiliumBGPAdvertisement in view has these labels: nothing is announced to the peers")
              .as("advertisements")
              .related(advertisements.get(0), "has other labels");
        }
      }
    }
  }

  private static boolean maySelect(
      dev.meshlint.core.value.LabelSelector selector, CiliumBGPAdvertisement advertisement) {
    Map<String, String> labels = new HashMap<>();
    for (View.Named<Text> label : advertisement.metadata().labels()) {
      if (label.value().open()) {
        return true;
      }
      labels.put(label.name(), label.value().value());
    }
    return selector.matches(labels);
  }
}
