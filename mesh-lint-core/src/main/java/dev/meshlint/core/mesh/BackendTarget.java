package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.gatewayapi.BackendReference;
import dev.meshlint.core.model.gatewayapi.RouteBackend;
import dev.meshlint.core.model.kubernetes.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * A backend of a route and what it names.
 *
 * @param backend the backend and its rule
 * @param target what it names
 * @param found the objects in view, or why there is none
 */
public record BackendTarget(RouteBackend backend, ObjectName target, Answer<Located> found) {
  /** The reference itself. */
  public BackendReference reference() {
    return backend.backend();
  }

  /** The Services that it names: alternatives are several; empty where none is in view or something else makes it. */
  public List<Service> services() {
    List<Service> services = new ArrayList<>();
    for (Located object : found.values()) {
      if (!(object instanceof Service service)) {
        return List.of();
      }
      services.add(service);
    }
    return services;
  }
}
