package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a proxy: {@code defaultConfig} of the mesh, or the annotation
 * {@code proxy.istio.io/config}.
 */
public final class ProxySettings extends View {
  /** Makes the view. */
  public ProxySettings(At at) {
    super(at);
  }

  /** How many threads the proxy uses; 0 means one a core. */
  public @Nullable Integer concurrency() {
    return integer("concurrency");
  }

  /** How long connections are drained; a Go duration. */
  public @Nullable Text drainDuration() {
    return text("drainDuration");
  }

  /** When the old process ends on a restart; a Go duration. */
  public @Nullable Text parentShutdownDuration() {
    return text("parentShutdownDuration");
  }

  /** How long connections are drained at the end; a Go duration. */
  public @Nullable Text terminationDrainDuration() {
    return text("terminationDrainDuration");
  }

  /** Whether containers wait for the proxy. */
  public @Nullable Boolean holdApplicationUntilProxyStarts() {
    return flag("holdApplicationUntilProxyStarts");
  }

  /** Variables of the proxy's environment. */
  public List<Named<Text>> proxyMetadata() {
    return entries("proxyMetadata");
  }

  /** Settings for traces: {@code sampling}, {@code zipkin} … */
  public View tracing() {
    return child("tracing");
  }

  /** Where the control plane is. */
  public @Nullable Text discoveryAddress() {
    return name("discoveryAddress");
  }

  /** How traffic is redirected: {@code REDIRECT}, {@code TPROXY} or {@code NONE}. */
  public @Nullable Text interceptionMode() {
    return text("interceptionMode");
  }

  /** Where traces go. */
  public @Nullable Text zipkinAddress() {
    return name("zipkinAddress");
  }

  /** The image: {@code imageType}. */
  public View image() {
    return child("image");
  }
}
