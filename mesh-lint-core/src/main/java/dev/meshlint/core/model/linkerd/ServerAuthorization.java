package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import org.jspecify.annotations.Nullable;

/** A ServerAuthorization of {@code policy.linkerd.io}: who may call some Servers. */
public final class ServerAuthorization extends ResourceView {
  /** Makes the view. */
  public ServerAuthorization(At at) {
    super(at);
  }

  /** The Server ({@code server.name}). */
  public @Nullable Text serverName() {
    return spec().child("server").name("name");
  }

  /** The Servers ({@code server.selector}). */
  public LabelSelector serverSelector() {
    return spec().child("server").child("selector", LabelSelector::new);
  }

  /** Who may call. */
  public ServerClient client() {
    return spec().child("client", ServerClient::new);
  }
}
