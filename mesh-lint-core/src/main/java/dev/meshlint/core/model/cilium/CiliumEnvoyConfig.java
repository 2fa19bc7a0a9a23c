package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;

/** A CiliumEnvoyConfig or CiliumClusterwideEnvoyConfig of {@code cilium.io}. */
public final class CiliumEnvoyConfig extends ResourceView {
  /** Makes the view. */
  public CiliumEnvoyConfig(At at) {
    super(at);
  }

  /** The services whose traffic goes to the listeners. */
  public List<EnvoyService> services() {
    return spec().list("services", EnvoyService::new);
  }

  /** The services that are known as clusters. */
  public List<EnvoyService> backendServices() {
    return spec().list("backendServices", EnvoyService::new);
  }

  /** The Envoy resources, each with its {@code @type}. */
  public List<View> resources() {
    return spec().list("resources");
  }

  /** The nodes that it is for. */
  public LabelSelector nodeSelector() {
    return spec().child("nodeSelector", LabelSelector::new);
  }

  /** The resources that are listeners; the first one is that of services that name none. */
  public List<View> listeners() {
    List<View> listeners = new ArrayList<>();
    for (View resource : resources()) {
      Text type = resource.text("@type");
      if (type != null && type.value().endsWith(".Listener")) {
        listeners.add(resource);
      }
    }
    return listeners;
  }
}
