package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider for telemetry or authorization: a name and one block that says what it is. */
public final class ExtensionProvider extends View {
  /** Makes the view. */
  public ExtensionProvider(At at) {
    super(at);
  }

  /** The name that Telemetry and AuthorizationPolicy use. */
  public @Nullable Text name() {
    return name("name");
  }

  /** The key of the block that says what it is, such as {@code envoyExtAuthzHttp}; null where there is none. */
  public @Nullable Text type() {
    for (Named<View> block : blocks()) {
      if (!block.name().equals("name")) {
        return block.key();
      }
    }
    return null;
  }

  /** The service that it is reached through: {@code [namespace/]host}; null for providers without one. */
  public @Nullable Text service() {
    Text type = type();
    return type == null ? null : child(type.value()).name("service");
  }

  /** The port of the service. */
  public @Nullable Integer port() {
    Text type = type();
    return type == null ? null : child(type.value()).integer("port");
  }

  /** What it is: the block's own fields. */
  public View settings() {
    Text type = type();
    return child(type == null ? "" : type.value());
  }

  private List<Named<View>> blocks() {
    return map(View::new);
  }
}
