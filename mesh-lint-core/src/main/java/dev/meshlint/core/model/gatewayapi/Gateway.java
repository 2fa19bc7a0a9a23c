package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Gateway of {@code gateway.networking.k8s.io}. */
public final class Gateway extends ResourceView {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<Listener> listeners;

  /** Makes the view. */
  public Gateway(At at) {
    super(at);
  }

  /** The class. */
  public @Nullable Text gatewayClassName() {
    return spec().name("gatewayClassName");
  }

  /** The listeners. */
  public List<Listener> listeners() {
    List<Listener> known = listeners;
    if (known == null) {
      known = spec().list("listeners", Listener::new);
      listeners = known;
    }
    return known;
  }

  /** The addresses asked for. */
  public List<GatewayAddress> addresses() {
    return spec().list("addresses", GatewayAddress::new);
  }

  /** What goes to the objects made for it. */
  public Infrastructure infrastructure() {
    return spec().child("infrastructure", Infrastructure::new);
  }

  /** The namespaces whose ListenerSets may attach; absent means none. */
  public AllowedNamespaces allowedListeners() {
    return spec().child("allowedListeners", AllowedNamespaces::new);
  }

  /** TLS for the whole Gateway: {@code backend.clientCertificateRef}, {@code frontend}. */
  public View tls() {
    return spec().child("tls");
  }
}
