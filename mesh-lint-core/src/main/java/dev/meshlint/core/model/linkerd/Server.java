package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import org.jspecify.annotations.Nullable;

/** A Server of {@code policy.linkerd.io}: one port of some pods. */
public final class Server extends ResourceView {
  /** Makes the view. */
  public Server(At at) {
    super(at);
  }

  /** The pods; empty for all of the namespace. */
  public LabelSelector podSelector() {
    return spec().child("podSelector", LabelSelector::new);
  }

  /** The ExternalWorkloads, instead of pods. */
  public LabelSelector externalWorkloadSelector() {
    return spec().child("externalWorkloadSelector", LabelSelector::new);
  }

  /** The number or the name of the containers' port. */
  public @Nullable Text port() {
    return spec().text("port");
  }

  /**
   * {@code unknown}, {@code HTTP/1}, {@code HTTP/2}, {@code gRPC}, {@code opaque} or {@code TLS};
   * absent means {@code unknown}.
   */
  public @Nullable Text proxyProtocol() {
    return spec().text("proxyProtocol");
  }

  /** Who may call where no policy speaks; absent means {@code deny}. */
  public @Nullable Text accessPolicy() {
    return spec().text("accessPolicy");
  }
}
