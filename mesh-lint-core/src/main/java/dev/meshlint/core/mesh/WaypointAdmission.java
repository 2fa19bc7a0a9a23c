package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether waypoints take the traffic of those that name them. Source: Istio's documentation on waypoints: traffic types, and
 * waypoints that several namespaces use.
 */
public final class WaypointAdmission {
  /** The label that tells the traffic which a waypoint takes: {@code service}, {@code workload}, {@code all}, {@code none}. */
  private static final String TRAFFIC = "istio.io/waypoint-for";

  private static final String CLASS = "istio-waypoint";
  private static final int HBONE = 15008;

  private final Admission admission;

  WaypointAdmission(Namespaces namespaces, Kustomizations kustomizations) {
    admission = new Admission(namespaces, kustomizations);
  }

  /**
   * What keeps a waypoint from taking the traffic of something.
   *
   * @param at what says so in the waypoint
   * @param reason why, as a clause about the waypoint
   */
  public record Refusal(Located at, String reason) {}

  /** Why a waypoint does not take the traffic of what names it; null where it does, or the files do not say. */
  @Nullable Refusal refusal(View user, Gateway waypoint) {
    Text type = waypoint.gatewayClassName();
    if (type == null || !type.is(CLASS)) {
      return null;
    }
    Refusal ofNamespace = refusal(client(user), waypoint);
    return ofNamespace == null ? ofTraffic(user, waypoint) : ofNamespace;
  }

  /** Whether a Gateway is a waypoint that is there to take traffic. */
  static boolean isWaypoint(Gateway gateway) {
    Text type = gateway.gatewayClassName();
    Text traffic = gateway.metadata().label(TRAFFIC);
    return type != null && type.is(CLASS) && (traffic == null || !traffic.is("none"));
  }

  private static NamespaceRef client(View user) {
    return user instanceof Namespace
        ? NamespaceRef.named(user.resource().name())
        : user.resource().namespace();
  }

  private @Nullable Refusal refusal(NamespaceRef client, Gateway waypoint) {
    NamespaceRef own = waypoint.resource().namespace();
    List<Listener> listeners = waypoint.listeners();
    if (own.same(client) != Same.NO || listeners.isEmpty()) {
      return null;
    }
    Listener first = listeners.get(0);
    for (Listener listener : listeners) {
      Integer port = listener.port();
      first = port != null && port == HBONE ? listener : first;
    }
    return admission.admits(first.allowedRoutes().namespaces(), "Same", own, client) == Same.NO
        ? new Refusal(first, "admits nothing of namespace \"" + client + "\" by allowedRoutes")
        : null;
  }

  private static @Nullable Refusal ofTraffic(View user, Gateway waypoint) {
    Text written = waypoint.metadata().label(TRAFFIC);
    if (waypoint.metadata().isOpen("labels") || (written != null && written.open())) {
      return null;
    }
    String traffic = written == null ? "service" : written.value();
    boolean takes =
        switch (traffic) {
          case "none" -> false;
          case "service" -> !(user instanceof Workload);
          case "workload" -> user instanceof Workload || user instanceof Namespace;
          default -> true;
        };
    Located at = written == null ? waypoint : written;
    String reason =
        traffic.equals("none") ? "takes no traffic" : "takes only traffic to " + traffic + "s";
    return takes ? null : new Refusal(at, reason);
  }
}
