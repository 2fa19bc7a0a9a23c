package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What workloads may speak to. */
public final class EgressListener extends View {
  /** Makes the view. */
  public EgressListener(At at) {
    super(at);
  }

  /** The port; absent for all ports of the hosts. */
  public ServerPort port() {
    return child("port", ServerPort::new);
  }

  /** The address or socket. */
  public @Nullable Text bind() {
    return text("bind");
  }

  /** How traffic gets here: {@code DEFAULT}, {@code IPTABLES} or {@code NONE}. */
  public @Nullable Text captureMode() {
    return text("captureMode");
  }

  /**
   * The hosts, each as {@code namespace/host}, where the namespace may be {@code *}, {@code .}
   * or {@code ~}.
   */
  public List<Text> hosts() {
    return names("hosts");
  }
}
