package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.DestinationRules.Applying;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subsets that routes at a gateway name, as its proxies see them: they look for a DestinationRule in their own namespace,
 * in that of the service and in the root namespace, wherever the routes lie.
 */
public final class GatewaySubsets {
  private final Mesh mesh;
  private final NamespaceRef own;
  private final List<MeshWorkload> proxies;

  private GatewaySubsets(Mesh mesh, NamespaceRef own, List<MeshWorkload> proxies) {
    this.mesh = mesh;
    this.own = own;
    this.proxies = proxies;
  }

  /** Those of the routes of a VirtualService; it asks nothing of one that is for sidecars too. */
  public static GatewaySubsets of(VirtualService routes, Mesh mesh) {
    List<MeshWorkload> proxies = new ArrayList<>();
    NamespaceRef own = routes.resource().namespace();
    if (!Gateways.appliesToMesh(routes) && own.isNamed()) {
      for (GatewayBinding binding : mesh.gateways().bindings(routes)) {
        List<MeshWorkload> here = mesh.gateways().proxies(binding);
        if (here.isEmpty()) {
          return new GatewaySubsets(mesh, own, List.of());
        }
        proxies.addAll(here);
      }
    }
    return new GatewaySubsets(mesh, own, proxies);
  }

  /**
   * A proxy to which no DestinationRule defines a subset, though one may to others.
   *
   * @return null where some proxy of the gateways has the subset, or where the files do not say
   */
  public @Nullable MeshWorkload proxyWithout(Text host, Text subset) {
    HostName read = mesh.services().read(host, own);
    if (proxies.isEmpty() || subset.open() || read instanceof HostName.Open) {
      return null;
    }
    for (MeshWorkload proxy : proxies) {
      if (!lacks(read, subset, proxy.namespace())) {
        return null;
      }
    }
    return proxies.get(0);
  }

  private boolean lacks(HostName host, Text subset, NamespaceRef proxy) {
    Applying applying = mesh.destinationRules().applying(host, proxy);
    DefinedSubsets defined = DefinedSubsets.of(applying.all(), mesh.kustomizations());
    return proxy.isNamed()
        && applying.possible().isEmpty()
        && !defined.hasOpenNames()
        && !defined.mayHaveOthers()
        && defined.named(subset.value()).isEmpty();
  }
}
