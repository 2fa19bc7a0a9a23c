package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One server of a Gateway. */
public final class Server extends View {
  /** Makes the view. */
  public Server(At at) {
    super(at);
  }

  /** Where it listens. */
  public ServerPort port() {
    return child("port", ServerPort::new);
  }

  /** The hosts it serves, each with an optional {@code namespace/} before it. */
  public List<Text> hosts() {
    return names("hosts");
  }

  /** How connections are secured. */
  public ServerTls tls() {
    return child("tls", ServerTls::new);
  }

  /** The address it listens on. */
  public @Nullable Text bind() {
    return text("bind");
  }

  /** Its name, used in statistics. */
  public @Nullable Text name() {
    return text("name");
  }

  /** Not implemented by the mesh. */
  public @Nullable Text defaultEndpoint() {
    return text("defaultEndpoint");
  }
}
