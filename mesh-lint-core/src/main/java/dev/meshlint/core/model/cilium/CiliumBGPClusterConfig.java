package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import java.util.List;

/** A CiliumBGPClusterConfig of {@code cilium.io}. */
public final class CiliumBGPClusterConfig extends ResourceView {
  /** Makes the view. */
  public CiliumBGPClusterConfig(At at) {
    super(at);
  }

  /** The nodes that it is for; absent for all. */
  public LabelSelector nodeSelector() {
    return spec().child("nodeSelector", LabelSelector::new);
  }

  /** The routers. */
  public List<BgpInstance> bgpInstances() {
    return spec().list("bgpInstances", BgpInstance::new);
  }
}
