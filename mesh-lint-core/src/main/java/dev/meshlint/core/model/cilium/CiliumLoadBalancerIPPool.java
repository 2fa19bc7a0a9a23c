package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CiliumLoadBalancerIPPool of {@code cilium.io}: addresses for Services. */
public final class CiliumLoadBalancerIPPool extends ResourceView {
  /** Makes the view. */
  public CiliumLoadBalancerIPPool(At at) {
    super(at);
  }

  /** The addresses; older versions call the list {@code cidrs}. */
  public List<AddressBlock> blocks() {
    return spec().list("blocks", AddressBlock::new);
  }

  /** The services that may get one; absent for all. */
  public LabelSelector serviceSelector() {
    return spec().child("serviceSelector", LabelSelector::new);
  }

  /** Whether nothing is handed out. */
  public @Nullable Boolean disabled() {
    return spec().flag("disabled");
  }

  /** Whether the first and the last address of a block are handed out. */
  public @Nullable Text allowFirstLastIPs() {
    return spec().text("allowFirstLastIPs");
  }
}
