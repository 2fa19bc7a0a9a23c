package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host in Istio's service registry: a Kubernetes Service, or one host of a ServiceEntry. Immutable.
 */
public final class MeshService implements Located {
  private final View view;
  private final String host;
  private final List<MeshPort> ports;
  private final Visibility visibility;
  private final boolean complete;

  MeshService(
      View view, String host, List<MeshPort> ports, Visibility visibility, boolean complete) {
    this.view = view;
    this.host = host;
    this.ports = List.copyOf(ports);
    this.visibility = visibility;
    this.complete = complete;
  }

  /** The fully qualified host. */
  public String host() {
    return host;
  }

  /** The Kubernetes Service, or null. */
  public @Nullable Service kubernetes() {
    return view instanceof Service service ? service : null;
  }

  /** The ServiceEntry, or null. */
  public @Nullable ServiceEntry entry() {
    return view instanceof ServiceEntry entry ? entry : null;
  }

  /** Its ports. */
  public List<MeshPort> ports() {
    return ports;
  }

  /** The port with this number, or null. */
  public @Nullable MeshPort port(int number) {
    for (MeshPort port : ports) {
      if (port.number() != null && port.number() == number) {
        return port;
      }
    }
    return null;
  }

  /** Whether the list of ports is known: none of them holds a placeholder, and no patch changes it. */
  public boolean hasKnownPorts() {
    if (!complete || view.child("spec").isOpen("ports")) {
      return false;
    }
    for (MeshPort port : ports) {
      if (port.number() == null) {
        return false;
      }
    }
    return !ports.isEmpty();
  }

  /** To whom it is exported. */
  public Visibility visibility() {
    return visibility;
  }

  /** The namespace of the Service or ServiceEntry. */
  public NamespaceRef namespace() {
    return resource().namespace();
  }

  @Override
  public Resource resource() {
    return view.resource();
  }

  @Override
  public YamlNode node() {
    return view.node();
  }

  /** {@code Service shop/cart}. */
  public String title() {
    return resource().title();
  }

  /** {@code Kind namespace/name} of what declares it, for messages. */
  @Override
  public String toString() {
    return view.resource().title();
  }
}
