package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;

/** A CiliumCIDRGroup of {@code cilium.io}. */
public final class CiliumCIDRGroup extends ResourceView {
  /** Makes the view. */
  public CiliumCIDRGroup(At at) {
    super(at);
  }

  /** The blocks of addresses. */
  public List<Text> externalCIDRs() {
    return spec().names("externalCIDRs");
  }
}
