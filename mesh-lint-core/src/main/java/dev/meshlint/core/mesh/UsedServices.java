package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.model.kubernetes.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Kubernetes Services in view that something of a mesh names: routes, DestinationRules, policies. */
public final class UsedServices {
  /** Whatever the order in which the files are read. */
  private static final Comparator<Located> BY_PLACE =
      Comparator.comparing((Located place) -> place.node().file().name())
          .thenComparing(place -> place.node().start());

  private final Mesh mesh;
  private final Map<Service, Located> users = new LinkedHashMap<>();

  private UsedServices(Mesh mesh) {
    this.mesh = mesh;
  }

  /**
   * A Service that is in use.
   *
   * @param service the Service
   * @param user the first that names it, by the names of files
   */
  public record Used(Service service, Located user) {}

  static List<Used> all(Mesh mesh) {
    UsedServices used = new UsedServices(mesh);
    for (VirtualService routes : mesh.all(VirtualService.class)) {
      for (RoutedDestination routed : routes.destinations()) {
        used.addHost(routed.destination().host());
      }
    }
    for (DestinationRule rule : mesh.all(DestinationRule.class)) {
      used.addHost(rule.host());
    }
    for (Route route : mesh.attachments().routes()) {
      for (BackendTarget backend : mesh.attachments().backends(route)) {
        backend.services().forEach(service -> used.add(service, backend.reference()));
      }
      for (Attachment attachment : mesh.attachments().of(route)) {
        for (Located parent : attachment.found().values()) {
          if (parent instanceof Service service) {
            used.add(service, attachment.reference());
          }
        }
      }
    }
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof WorkloadSelecting policy) {
          policy.targetRefs().forEach(target -> used.addTarget(target, policy));
        }
      }
    }
    List<Used> all = new ArrayList<>();
    used.users.forEach((service, user) -> all.add(new Used(service, user)));
    return all;
  }

  private void addHost(@Nullable Text host) {
    if (host != null && !host.open()) {
      for (MeshService found :
          mesh.services().resolve(host, host.resource().namespace()).values()) {
        if (found.kubernetes() != null) {
          add(found.kubernetes(), host);
        }
      }
    }
  }

  private void addTarget(Reference target, WorkloadSelecting policy) {
    for (View found : mesh.policyTargets().find(target, policy.resource()).values()) {
      if (found instanceof Service service) {
        add(service, target);
      }
    }
  }

  private void add(Service service, Located user) {
    users.merge(service, user, (one, other) -> BY_PLACE.compare(one, other) <= 0 ? one : other);
  }
}
