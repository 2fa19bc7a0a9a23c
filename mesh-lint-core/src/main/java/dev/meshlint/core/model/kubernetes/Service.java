package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Service of the core group. */
public final class Service extends ResourceView {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<ServicePort> ports;

  /** Makes the view. */
  public Service(At at) {
    super(at);
  }

  /** The ports. */
  public List<ServicePort> ports() {
    List<ServicePort> known = ports;
    if (known == null) {
      known = spec().list("ports", ServicePort::new);
      ports = known;
    }
    return known;
  }

  /** The labels of the pods behind it; empty where endpoints are made by hand or by others. */
  public List<Named<Text>> selector() {
    return spec().entries("selector");
  }

  /**
   * {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}; absent
   * means {@code ClusterIP}.
   */
  public @Nullable Text type() {
    return spec().text("type");
  }

  /** The virtual address; {@code None} for a headless service. */
  public @Nullable Text clusterIP() {
    return spec().text("clusterIP");
  }

  /** The name that DNS answers with, for type {@code ExternalName}. */
  public @Nullable Text externalName() {
    return spec().name("externalName");
  }

  /** {@code Cluster} or {@code Local}. */
  public @Nullable Text externalTrafficPolicy() {
    return spec().text("externalTrafficPolicy");
  }

  /** Whether pods that are not ready are published. */
  public @Nullable Boolean publishNotReadyAddresses() {
    return spec().flag("publishNotReadyAddresses");
  }

  /** Whether the service has no virtual address. */
  public boolean isHeadless() {
    Text address = clusterIP();
    return address != null && address.is("None");
  }

  /** Whether the service is but another name for a host. */
  public boolean isExternalName() {
    Text type = type();
    return type != null && type.is("ExternalName");
  }
}
