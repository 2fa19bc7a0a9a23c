package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service of an Envoy configuration. */
public final class EnvoyService extends View {
  /** Makes the view. */
  public EnvoyService(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return name("name");
  }

  /** Its namespace; null for that of the configuration. */
  public @Nullable Text namespace() {
    return name("namespace");
  }

  /** The listener that gets its traffic; null for the first. */
  public @Nullable Text listener() {
    return name("listener");
  }

  /** The ports that go to the listener; empty for all. */
  public List<Text> ports() {
    return texts("ports");
  }

  /** The ports that are known as clusters; empty for all. */
  public List<Text> number() {
    return texts("number");
  }
}
