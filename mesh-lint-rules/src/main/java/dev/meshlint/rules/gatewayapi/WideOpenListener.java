package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.AllowedNamespaces;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** Any namespace may serve any host through a listener. */
public final class WideOpenListener extends ResourceRule<Gateway> {
  public WideOpenListener() {
    super("gateway-api-wide-open-listener", Gateway.class);
  }

  @Override
  public void check(Gateway gateway, Mesh mesh, Findings out) {
    if (mesh.namespaces().names().size() < 2
        || mesh.kustomizations().isPatched(gateway.resource())) {
      return;
    }
    for (Listener listener : gateway.listeners()) {
      AllowedNamespaces namespaces = listener.allowedRoutes().namespaces();
      Text from = namespaces.from();
      Text protocol = listener.protocol();
      boolean byHost =
          protocol != null && (protocol.is("HTTP") || protocol.is("HTTPS") || protocol.is("TLS"));
      if (byHost && !listener.has("hostname") && from != null && from.is("All")) {
        out.report(
            from,
            "routes of every namespace may attach, for every host: any of them can take over one");
      }
    }
  }
}
