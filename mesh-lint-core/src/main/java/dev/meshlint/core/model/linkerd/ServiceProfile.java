package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/**
 * A ServiceProfile of {@code linkerd.io}: routes of the service whose fully qualified name is
 * the profile's name.
 */
public final class ServiceProfile extends ResourceView {
  /** Makes the view. */
  public ServiceProfile(At at) {
    super(at);
  }

  /** The routes. */
  public List<ProfileRoute> routes() {
    return spec().list("routes", ProfileRoute::new);
  }

  /** The limit on retries. */
  public RetryBudget retryBudget() {
    return spec().child("retryBudget", RetryBudget::new);
  }

  /** Shares of other services: {@code authority}, {@code weight}. */
  public List<View> dstOverrides() {
    return spec().list("dstOverrides");
  }

  /** Ports whose protocol is not looked at. */
  public List<Text> opaquePorts() {
    return spec().texts("opaquePorts");
  }
}
