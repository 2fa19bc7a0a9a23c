package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Attachment.Outcome;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.RouteKinds;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Set;

/** A listener takes no routes of this kind. */
public final class RouteKindNotAllowed extends MeshRule {
  public RouteKindNotAllowed() {
    super("gateway-api-route-kind-not-allowed");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Attachment attachment : mesh.attachments().all()) {
      if (attachment.outcome() == Outcome.KIND) {
        report(attachment, out);
      }
    }
    mesh.all(Gateway.class).forEach(gateway -> checkLists(gateway.listeners(), out));
    mesh.all(ListenerSet.class).forEach(set -> checkLists(set.listeners(), out));
  }

  private static void report(Attachment attachment, Findings out) {
    Listener first = attachment.listeners().get(0);
    View limit = first.allowedRoutes().has("kinds") ? first.allowedRoutes() : first;
    out.report(
            attachment.reference(),
            "no listener of %s \"%s\" that the route may use takes a %s: it does not attach"
                .formatted(
                    attachment.parent().kind(),
                    attachment.parent(),
                    attachment.route().resource().kind()))
        .related(limit, "protocol \"" + first.protocol() + "\" and allowed kinds decide")
        .as("route");
  }

  private static void checkLists(List<Listener> listeners, Findings out) {
    for (Listener listener : listeners) {
      Text protocol = listener.protocol();
      Set<String> carried =
          protocol == null || protocol.open() ? null : RouteKinds.of(protocol.value());
      if (protocol != null && carried != null) {
        listener.allowedRoutes().kinds().forEach(kind -> check(kind, carried, protocol, out));
      }
    }
  }

  private static void check(Reference allowed, Set<String> carried, Text protocol, Findings out) {
    Text kind = allowed.kind();
    if (kind == null || kind.open() || allowed.isOpen("group") || carried.contains(kind.value())) {
      return;
    }
    Text group = allowed.group();
    if (group == null || group.value().equals(Attachment.GATEWAY_GROUP)) {
      out.report(
              kind,
              "a listener of protocol \"%s\" carries no %s: this entry admits nothing"
                  .formatted(protocol, kind))
          .as("list");
    }
  }
}
