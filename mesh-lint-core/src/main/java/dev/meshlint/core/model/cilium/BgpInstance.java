package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A router. */
public final class BgpInstance extends View {
  /** Makes the view. */
  public BgpInstance(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return name("name");
  }

  /** Its system number. */
  public @Nullable Text localASN() {
    return text("localASN");
  }

  /** The port it listens on. */
  public @Nullable Integer localPort() {
    return integer("localPort");
  }

  /** Whom it speaks to. */
  public List<BgpPeer> peers() {
    return list("peers", BgpPeer::new);
  }
}
