package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A Link of {@code multicluster.linkerd.io}: services of another cluster. */
public final class Link extends ResourceView {
  /** Makes the view. */
  public Link(At at) {
    super(at);
  }

  /** The other cluster. */
  public @Nullable Text targetClusterName() {
    return spec().name("targetClusterName");
  }

  /** Its DNS domain. */
  public @Nullable Text targetClusterDomain() {
    return spec().name("targetClusterDomain");
  }

  /** The secret with the access to it. */
  public @Nullable Text clusterCredentialsSecret() {
    return spec().name("clusterCredentialsSecret");
  }

  /** The addresses of its gateway, separated by commas. */
  public @Nullable Text gatewayAddress() {
    return spec().name("gatewayAddress");
  }

  /** The identity of its gateway. */
  public @Nullable Text gatewayIdentity() {
    return spec().name("gatewayIdentity");
  }

  /** The port of its gateway. */
  public @Nullable Text gatewayPort() {
    return spec().text("gatewayPort");
  }

  /** The services that are mirrored through the gateway. */
  public LabelSelector selector() {
    return spec().child("selector", LabelSelector::new);
  }

  /** The services that are mirrored pod by pod. */
  public LabelSelector remoteDiscoverySelector() {
    return spec().child("remoteDiscoverySelector", LabelSelector::new);
  }

  /** The services that join those of the same name. */
  public LabelSelector federatedServiceSelector() {
    return spec().child("federatedServiceSelector", LabelSelector::new);
  }

  /**
   * The health check of the gateway: {@code period}, {@code timeout}, {@code port}, {@code path}.
   */
  public View probeSpec() {
    return spec().child("probeSpec");
  }
}
