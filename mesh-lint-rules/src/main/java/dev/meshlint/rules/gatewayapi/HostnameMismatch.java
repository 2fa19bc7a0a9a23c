package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Attachment.Outcome;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.GatewayHostname;
import java.util.ArrayList;
import java.util.List;

/** The host names of a route and those of the listeners that it asks for have nothing in common. */
public final class HostnameMismatch extends MeshRule {
  public HostnameMismatch() {
    super("gateway-api-hostname-mismatch");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Attachment attachment : mesh.attachments().all()) {
      if (attachment.outcome() == Outcome.HOSTNAME) {
        out.report(
                attachment.route().spec().at("hostnames"),
                "%s \"%s\" serves %s there, none of the hosts of this route: it does not attach"
                    .formatted(
                        attachment.parent().kind(),
                        attachment.parent(),
                        hosts(attachment.listeners())))
            .related(attachment.listeners().get(0), "a listener that the route may use")
            .as("none");
      }
    }
    for (Route route : mesh.attachments().routes()) {
      checkEach(route, mesh.attachments().of(route), out);
    }
  }

  /** Single hosts that no parent serves; only where every parent is in view. */
  private static void checkEach(Route route, List<Attachment> attachments, Findings out) {
    List<Listener> listeners = new ArrayList<>();
    for (Attachment attachment : attachments) {
      if (attachment.outcome() != Outcome.ATTACHED || attachment.listeners().isEmpty()) {
        return;
      }
      listeners.addAll(attachment.listeners());
    }
    if (listeners.isEmpty()
        || attachments.size() != route.parentRefs().size()
        || route.hostnames().size() > 64) {
      return;
    }
    for (Text hostname : route.hostnames()) {
      if (!hostname.open() && listeners.stream().noneMatch(one -> serves(one, hostname))) {
        out.report(
                hostname,
                "no listener of the parents serves \"%s\" (they serve %s): this host is ignored"
                    .formatted(hostname, hosts(listeners)))
            .as("some");
      }
    }
  }

  private static boolean serves(Listener listener, Text hostname) {
    Text own = listener.hostname();
    return listener.isOpen("hostname")
        || GatewayHostname.intersects(own == null ? null : own.value(), hostname.value());
  }

  private static String hosts(List<Listener> listeners) {
    List<String> hosts = new ArrayList<>();
    for (Listener listener : listeners) {
      Text host = listener.hostname();
      if (host != null && !hosts.contains("\"" + host + "\"") && hosts.size() < 4) {
        hosts.add("\"" + host + "\"");
      }
    }
    return String.join(", ", hosts);
  }
}
