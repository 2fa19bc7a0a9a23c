package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A TrafficSplit of {@code split.smi-spec.io}, which Linkerd no longer reads without an
 * extension.
 */
public final class TrafficSplit extends ResourceView {
  /** Makes the view. */
  public TrafficSplit(At at) {
    super(at);
  }

  /** The service whose traffic is split. */
  public @Nullable Text service() {
    return spec().name("service");
  }

  /** The services that get a share: {@code service}, {@code weight}. */
  public List<View> backends() {
    return spec().list("backends");
  }
}
