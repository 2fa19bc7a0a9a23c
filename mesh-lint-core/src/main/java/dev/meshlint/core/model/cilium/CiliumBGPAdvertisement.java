package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.ResourceView;
import java.util.List;

/** A CiliumBGPAdvertisement of {@code cilium.io}. */
public final class CiliumBGPAdvertisement extends ResourceView {
  /** Makes the view. */
  public CiliumBGPAdvertisement(At at) {
    super(at);
  }

  /** What is announced. */
  public List<BgpAdvertisement> advertisements() {
    return spec().list("advertisements", BgpAdvertisement::new);
  }
}
