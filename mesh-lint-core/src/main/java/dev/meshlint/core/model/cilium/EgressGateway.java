package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A gateway for traffic that leaves the cluster. */
public final class EgressGateway extends View {
  /** Makes the view. */
  public EgressGateway(At at) {
    super(at);
  }

  /** The nodes. */
  public LabelSelector nodeSelector() {
    return child("nodeSelector", LabelSelector::new);
  }

  /** The address that is used. */
  public @Nullable Text egressIP() {
    return name("egressIP");
  }

  /** The interface whose address is used. */
  public @Nullable Text interfaceName() {
    return name("interface");
  }
}
