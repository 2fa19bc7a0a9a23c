package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** An address asked for. */
public final class GatewayAddress extends View {
  /** Makes the view. */
  public GatewayAddress(At at) {
    super(at);
  }

  /**
   * {@code IPAddress}, {@code Hostname} or {@code NamedAddress}; absent means {@code IPAddress}.
   */
  public @Nullable Text type() {
    return text("type");
  }

  /** The address. */
  public @Nullable Text value() {
    return name("value");
  }
}
