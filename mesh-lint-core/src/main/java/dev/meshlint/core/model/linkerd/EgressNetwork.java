package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An EgressNetwork of {@code policy.linkerd.io}: traffic that leaves the cluster. */
public final class EgressNetwork extends ResourceView {
  /** Makes the view. */
  public EgressNetwork(At at) {
    super(at);
  }

  /** {@code Allow} or {@code Deny}, where no route speaks. */
  public @Nullable Text trafficPolicy() {
    return spec().text("trafficPolicy");
  }

  /** The blocks of addresses; absent means everything outside the cluster. */
  public List<Network> networks() {
    return spec().list("networks", Network::new);
  }
}
