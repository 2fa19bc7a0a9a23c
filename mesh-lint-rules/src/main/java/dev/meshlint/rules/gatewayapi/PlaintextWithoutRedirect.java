package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Attachment.Outcome;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.HTTPRoute;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.RouteFilter;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashSet;
import java.util.Set;

/** A route serves the same host over HTTP and over HTTPS. */
public final class PlaintextWithoutRedirect extends MeshRule {
  public PlaintextWithoutRedirect() {
    super("gateway-api-plaintext-without-redirect");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Attachment attachment : mesh.attachments().all()) {
      if (attachment.outcome() == Outcome.ATTACHED
          && attachment.isToGateway()
          && attachment.route() instanceof HTTPRoute route
          && !attachment.reference().has("sectionName")
          && !attachment.reference().has("port")
          && servesBoth(attachment)
          && !redirects(route)) {
        out.report(
            attachment.reference(),
            "without sectionName the route also serves the HTTP listener of that host in plain"
                + " text, without a redirect to HTTPS");
      }
    }
  }

  private static boolean servesBoth(Attachment attachment) {
    Set<String> plain = new HashSet<>();
    Set<String> secure = new HashSet<>();
    for (Listener listener : attachment.listeners()) {
      Text protocol = listener.protocol();
      Text host = listener.hostname();
      String name = host == null ? "" : host.value();
      if (protocol != null && protocol.is("HTTP")) {
        plain.add(name);
      } else if (protocol != null && protocol.is("HTTPS")) {
        secure.add(name);
      }
    }
    plain.retainAll(secure);
    return !plain.isEmpty();
  }

  private static boolean redirects(HTTPRoute route) {
    for (RouteRule rule : route.rules()) {
      for (RouteFilter filter : rule.filters()) {
        if (filter.requestRedirect().present()) {
          return true;
        }
      }
    }
    return route.rules().isEmpty();
  }
}
