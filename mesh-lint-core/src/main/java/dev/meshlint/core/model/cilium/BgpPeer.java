package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Whom a router speaks to. */
public final class BgpPeer extends View {
  /** Makes the view. */
  public BgpPeer(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return name("name");
  }

  /** Its address. */
  public @Nullable Text peerAddress() {
    return name("peerAddress");
  }

  /** Its system number. */
  public @Nullable Text peerASN() {
    return text("peerASN");
  }

  /** The CiliumBGPPeerConfig. */
  public Reference peerConfigRef() {
    return child("peerConfigRef", Reference::new);
  }
}
