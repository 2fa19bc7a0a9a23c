package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Services: {@code toServices[]}. */
public final class ServiceSelector extends View {
  /** Makes the view. */
  public ServiceSelector(At at) {
    super(at);
  }

  /** The service's name ({@code k8sService.serviceName}). */
  public @Nullable Text serviceName() {
    return child("k8sService").name("serviceName");
  }

  /** The service's namespace ({@code k8sService.namespace}); null for that of the policy. */
  public @Nullable Text namespace() {
    return child("k8sService").name("namespace");
  }

  /** The services' labels ({@code k8sServiceSelector.selector}). */
  public EndpointSelector selector() {
    return child("k8sServiceSelector").child("selector", EndpointSelector::new);
  }

  /** The namespace of the services selected by labels ({@code k8sServiceSelector.namespace}). */
  public @Nullable Text selectorNamespace() {
    return child("k8sServiceSelector").name("namespace");
  }
}
