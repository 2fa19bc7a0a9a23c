package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CiliumLocalRedirectPolicy of {@code cilium.io}. */
public final class CiliumLocalRedirectPolicy extends ResourceView {
  /** Makes the view. */
  public CiliumLocalRedirectPolicy(At at) {
    super(at);
  }

  /** The address that is redirected ({@code redirectFrontend.addressMatcher.ip}). */
  public @Nullable Text ip() {
    return spec().child("redirectFrontend").child("addressMatcher").name("ip");
  }

  /** The service that is redirected ({@code redirectFrontend.serviceMatcher.serviceName}). */
  public @Nullable Text serviceName() {
    return spec().child("redirectFrontend").child("serviceMatcher").name("serviceName");
  }

  /** The namespace of the service ({@code redirectFrontend.serviceMatcher.namespace}). */
  public @Nullable Text serviceNamespace() {
    return spec().child("redirectFrontend").child("serviceMatcher").name("namespace");
  }

  /** The ports that are redirected, of the address or of the service. */
  public List<RedirectPort> frontendPorts() {
    View frontend = spec().child("redirectFrontend");
    View matcher =
        frontend.child(frontend.has("addressMatcher") ? "addressMatcher" : "serviceMatcher");
    return matcher.list("toPorts", RedirectPort::new);
  }

  /** The pods that get the traffic ({@code redirectBackend.localEndpointSelector}). */
  public LabelSelector backendSelector() {
    return spec().child("redirectBackend").child("localEndpointSelector", LabelSelector::new);
  }

  /** The ports that get the traffic ({@code redirectBackend.toPorts}). */
  public List<RedirectPort> backendPorts() {
    return spec().child("redirectBackend").list("toPorts", RedirectPort::new);
  }
}
