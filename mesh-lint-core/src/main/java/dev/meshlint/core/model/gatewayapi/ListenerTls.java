package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a listener secures connections. */
public final class ListenerTls extends View {
  /** Makes the view. */
  public ListenerTls(At at) {
    super(at);
  }

  /** {@code Terminate} or {@code Passthrough}; absent means {@code Terminate}. */
  public @Nullable Text mode() {
    return text("mode");
  }

  /** The secrets that hold certificates. */
  public List<Reference> certificateRefs() {
    return list("certificateRefs", Reference::new);
  }

  /** Settings of the implementation. */
  public List<Named<Text>> options() {
    return entries("options");
  }
}
