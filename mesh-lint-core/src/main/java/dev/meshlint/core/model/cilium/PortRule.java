package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/** Ports and what may be said on them: {@code toPorts[]}. */
public final class PortRule extends View {
  /** Makes the view. */
  public PortRule(At at) {
    super(at);
  }

  /** The ports; empty for all. */
  public List<PortProtocol> ports() {
    return list("ports", PortProtocol::new);
  }

  /** What may be said; absent for everything. */
  public L7Rules rules() {
    return child("rules", L7Rules::new);
  }

  /** The Envoy listener that gets the traffic. */
  public EnvoyListener listener() {
    return child("listener", EnvoyListener::new);
  }

  /** TLS that ends at Cilium. */
  public TlsContext terminatingTLS() {
    return child("terminatingTLS", TlsContext::new);
  }

  /** TLS that Cilium opens. */
  public TlsContext originatingTLS() {
    return child("originatingTLS", TlsContext::new);
  }

  /** The server names that are allowed. */
  public List<Text> serverNames() {
    return names("serverNames");
  }
}
