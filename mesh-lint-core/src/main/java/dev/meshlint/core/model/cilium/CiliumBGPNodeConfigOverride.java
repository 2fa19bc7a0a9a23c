package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.ResourceView;
import java.util.List;

/** A CiliumBGPNodeConfigOverride of {@code cilium.io}. */
public final class CiliumBGPNodeConfigOverride extends ResourceView {
  /** Makes the view. */
  public CiliumBGPNodeConfigOverride(At at) {
    super(at);
  }

  /** The routers. */
  public List<BgpInstance> bgpInstances() {
    return spec().list("bgpInstances", BgpInstance::new);
  }
}
