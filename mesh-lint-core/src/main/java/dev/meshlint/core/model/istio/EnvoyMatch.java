package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Where a patch applies: all parts must hold. */
public final class EnvoyMatch extends View {
  /** Makes the view. */
  public EnvoyMatch(At at) {
    super(at);
  }

  /**
   * {@code ANY}, {@code SIDECAR_INBOUND}, {@code SIDECAR_OUTBOUND}, {@code GATEWAY} or
   * {@code WAYPOINT}.
   */
  public @Nullable Text context() {
    return text("context");
  }

  /** The proxy: {@code proxyVersion}, {@code metadata}. */
  public View proxy() {
    return child("proxy");
  }

  /** The listener. */
  public ListenerMatch listener() {
    return child("listener", ListenerMatch::new);
  }

  /** The route configuration: {@code name}, {@code portNumber}, {@code gateway}, {@code vhost} … */
  public View routeConfiguration() {
    return child("routeConfiguration");
  }

  /** The cluster: {@code name}, {@code service}, {@code subset}, {@code portNumber}. */
  public View cluster() {
    return child("cluster");
  }

  /** The waypoint: {@code portNumber}, {@code filter}, {@code route}. */
  public View waypoint() {
    return child("waypoint");
  }
}
