package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** An Envoy listener that gets traffic. */
public final class EnvoyListener extends View {
  /** Makes the view. */
  public EnvoyListener(At at) {
    super(at);
  }

  /** Its name inside the configuration. */
  public @Nullable Text name() {
    return name("name");
  }

  /** The order among rules. */
  public @Nullable Integer priority() {
    return integer("priority");
  }

  /** The CiliumEnvoyConfig or CiliumClusterwideEnvoyConfig. */
  public Reference envoyConfig() {
    return child("envoyConfig", Reference::new);
  }
}
