package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.value.Hosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Two VirtualServices that route one host at one gateway: istiod puts the routes of the older one before those of the other.
 * Which one that is the files do not say.
 */
public final class MergedRoutes {
  private MergedRoutes() {}

  /**
   * A route that the other VirtualService leaves nothing to if it is older, while this one takes from it if it is not.
   *
   * @param route the route
   * @param other the other VirtualService
   * @param host the host that both route
   */
  public record Rival(View route, VirtualService other, Text host) {}

  /** Of VirtualServices with one host so many are compared at most: more only repeat the finding. */
  private static final int COMPARED = 8;

  /** A VirtualService and a host of it. */
  private record Routed(VirtualService routes, Text host) {}

  /** The routes of VirtualServices that are plainly applied together and hide something whichever is the older one. */
  public static List<Rival> rivals(Mesh mesh) {
    List<View> gateways = new ArrayList<>(mesh.all(Gateway.class));
    gateways.addAll(mesh.all(dev.meshlint.core.model.gatewayapi.Gateway.class));
    List<Rival> all = new ArrayList<>();
    Set<List<Resource>> seen = new HashSet<>();
    for (View gateway : gateways) {
      Map<String, List<Routed>> byHost = new HashMap<>();
      ServedHosts served = mesh.gateways().hosts(gateway);
      for (VirtualService routes : mesh.gateways().bound(gateway)) {
        for (Text host : routes.hosts()) {
          String key = key(host, mesh.services());
          if (!host.open() && served.serves(key, host.resource().namespace()) != Same.NO) {
            List<Routed> before = byHost.computeIfAbsent(key, any -> new ArrayList<>(1));
            for (Routed earlier : before) {
              add(earlier.routes(), routes, host, mesh, seen, all);
            }
            if (before.size() < COMPARED) {
              before.add(new Routed(routes, host));
            }
          }
        }
      }
    }
    return all;
  }

  private static void add(
      VirtualService one,
      VirtualService other,
      Text host,
      Mesh mesh,
      Set<List<Resource>> seen,
      List<Rival> all) {
    if (mesh.nearness().mayMeet(one.resource(), other.resource())
        && mesh.nearness().appliedTogether(one.resource(), other.resource())
        && seen.add(List.of(one.resource(), other.resource()))) {
      List<Text> gateways = new ArrayList<>(one.gateways());
      gateways.addAll(other.gateways());
      MatchCoverage coverage = new MatchCoverage(gateways);
      add(one, other, host, ProtocolRoutes.http(coverage), all);
      add(one, other, host, ProtocolRoutes.tls(coverage), all);
      add(one, other, host, ProtocolRoutes.tcp(coverage), all);
    }
  }

  private static void add(
      VirtualService one,
      VirtualService other,
      Text host,
      ProtocolRoutes<?, ?> kind,
      List<Rival> all) {
    View second = kind.hidden(one, other);
    View first = second == null ? null : kind.hidden(other, one);
    if (first != null && second != null) {
      all.add(new Rival(first, other, host));
      all.add(new Rival(second, one, host));
    }
  }

  private static String key(Text host, ServiceRegistry services) {
    String name = host.value().toLowerCase(Locale.ROOT);
    return Hosts.isShortName(name) ? services.qualified(name, host.resource().namespace()) : name;
  }
}
