package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Whether the proxy of some workload sees two things at once, as far as {@code exportTo} and Sidecars tell. What no proxy
 * sees together is in nobody's way.
 */
public final class CommonClients {
  /** Of so many namespaces with Sidecars all are looked at; with more, some proxy is taken to see both. */
  private static final int MOST = 256;

  /** No namespace is called so: it stands for those that are not in view. */
  private static final NamespaceRef ANOTHER = NamespaceRef.named("~");

  private final Sidecars sidecars;
  private final Seen one;
  private final Seen other;

  private record Seen(Visibility visibility, BiFunction<Sidecar, NamespaceRef, Same> importedBy) {
    boolean by(Sidecar sidecar, NamespaceRef client) {
      return importedBy.apply(sidecar, client) != Same.NO;
    }
  }

  private CommonClients(Sidecars sidecars, Seen one, Seen other) {
    this.sidecars = sidecars;
    this.one = one;
    this.other = other;
  }

  /** Whether some sidecar may see both VirtualServices. */
  public static boolean mayExist(Mesh mesh, VirtualService one, VirtualService other) {
    return new CommonClients(mesh.sidecars(), seen(mesh, one), seen(mesh, other)).exist();
  }

  /** Whether some sidecar may see both services. */
  public static boolean mayExist(Mesh mesh, MeshService one, MeshService other) {
    return new CommonClients(mesh.sidecars(), seen(mesh, one), seen(mesh, other)).exist();
  }

  private static Seen seen(Mesh mesh, VirtualService routes) {
    return new Seen(
        mesh.virtualServices().visibility(routes),
        (sidecar, client) -> mesh.sidecars().imports(sidecar, client, routes));
  }

  private static Seen seen(Mesh mesh, MeshService service) {
    HostName host = HostName.of(service.host(), service.namespace(), "");
    return new Seen(
        service.visibility(),
        (sidecar, client) -> mesh.sidecars().imports(sidecar, client, host, service.namespace()));
  }

  private boolean exist() {
    int namespaces = sidecars.namespaces().size();
    if (namespaces == 0
        || namespaces > MOST
        || one.visibility().open()
        || other.visibility().open()) {
      return true;
    }
    for (NamespaceRef client : clients()) {
      if (one.visibility().from(client) != Same.NO
          && other.visibility().from(client) != Same.NO
          && maySeeBoth(client)) {
        return true;
      }
    }
    return false;
  }

  /** The namespaces to look at: those that are named, or else one of each kind. */
  private Set<NamespaceRef> clients() {
    Set<NamespaceRef> clients = new LinkedHashSet<>();
    for (Visibility visibility : List.of(one.visibility(), other.visibility())) {
      if (!visibility.isEverywhere()) {
        clients.addAll(visibility.namespaces());
        return clients;
      }
    }
    clients.add(ANOTHER);
    clients.add(one.visibility().own());
    clients.add(other.visibility().own());
    clients.addAll(sidecars.namespaces());
    return clients;
  }

  private boolean maySeeBoth(NamespaceRef client) {
    List<Sidecar> holding = sidecars.ofAll(client).values();
    for (Sidecar sidecar : holding) {
      if (one.by(sidecar, client) && other.by(sidecar, client)) {
        return true;
      }
    }
    return holding.isEmpty();
  }
}
