package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.CiliumReference.To;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.BgpInstance;
import dev.meshlint.core.model.cilium.BgpPeer;
import dev.meshlint.core.model.cilium.CiliumBGPClusterConfig;
import dev.meshlint.core.model.cilium.CiliumBGPNodeConfigOverride;
import dev.meshlint.core.model.cilium.CiliumBGPPeerConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the objects of Cilium's BGP control plane name of each other (Cilium documentation, "BGP Control Plane Resources"). */
final class CiliumBgp {
  private static final String PEER_CONFIG = "CiliumBGPPeerConfig";

  private CiliumBgp() {}

  /** Adds the references that lead nowhere. */
  static void addBroken(Mesh mesh, List<CiliumReference> broken) {
    List<CiliumBGPClusterConfig> configs = mesh.all(CiliumBGPClusterConfig.class);
    Map<String, List<BgpInstance>> instances = new HashMap<>();
    boolean open = false;
    for (CiliumBGPClusterConfig config : configs) {
      open |= config.spec().isOpen("bgpInstances");
      for (BgpInstance instance : config.bgpInstances()) {
        Text name = instance.name();
        if (name != null) {
          instances.computeIfAbsent(name.value(), any -> new ArrayList<>()).add(instance);
        }
        instance.peers().forEach(peer -> checkConfig(mesh, peer, broken));
      }
    }
    for (CiliumBGPPeerConfig config : mesh.all(CiliumBGPPeerConfig.class)) {
      checkSecret(mesh, config.authSecretRef(), broken);
    }
    for (CiliumBGPNodeConfigOverride override : mesh.all(CiliumBGPNodeConfigOverride.class)) {
      for (BgpInstance instance : override.bgpInstances()) {
        Text name = instance.name();
        if (name != null && !name.open() && !open) {
          NotFound<?> missing = mesh.cilium().references().missing(configs);
          checkOverride(instance, name, instances.get(name.value()), missing, broken);
        }
      }
    }
  }

  private static void checkConfig(Mesh mesh, BgpPeer peer, List<CiliumReference> broken) {
    Text name = peer.peerConfigRef().name();
    if (name != null
        && mesh.cilium().references().inCluster(PEER_CONFIG, name, CiliumBGPPeerConfig.class)
            instanceof NotFound<?> missing) {
      broken.add(new CiliumReference(To.PEER_CONFIG, name, name.value(), PEER_CONFIG, missing));
    }
  }

  /** Where no setting in view names the namespace of the secrets, one of this name in any namespace is enough. */
  private static void checkSecret(Mesh mesh, @Nullable Text name, List<CiliumReference> broken) {
    boolean known = mesh.cilium().settings().mentions(CiliumSettings.BGP_SECRETS);
    if (name != null && (known || mesh.secrets().anywhere(name).isEmpty())) {
      NamespaceRef namespace = mesh.cilium().settings().bgpSecrets();
      CiliumReferences.checkSecret(mesh, name, namespace, broken);
    }
  }

  private static void checkOverride(
      BgpInstance override,
      Text name,
      @Nullable List<BgpInstance> overridden,
      NotFound<?> missing,
      List<CiliumReference> broken) {
    if (overridden == null) {
      broken.add(new CiliumReference(To.INSTANCE, name, name.value(), "", missing));
      return;
    }
    List<BgpPeer> peers = new ArrayList<>();
    overridden.forEach(instance -> peers.addAll(instance.peers()));
    for (BgpPeer peer : override.peers()) {
      Text wanted = peer.name();
      if (wanted != null && !wanted.open()) {
        CiliumReferences.checkName(
            To.PEER, wanted, name.value(), CiliumReferences.names(peers), overridden, broken);
      }
    }
  }
}
