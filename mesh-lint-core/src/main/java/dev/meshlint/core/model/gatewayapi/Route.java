package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.ArrayList;
import java.util.List;

/** A route of any kind: whom it is attached to, for which hosts, and where it sends traffic. */
public abstract class Route extends ResourceView {
  /** Makes the view. */
  protected Route(At at) {
    super(at);
  }

  /** The parents: Gateways and their listeners, Services, Servers. */
  public final List<Reference> parentRefs() {
    return spec().list("parentRefs", Reference::new);
  }

  /** The hosts; empty for all, and for routes below HTTP and TLS. */
  public final List<Text> hostnames() {
    return spec().names("hostnames");
  }

  /** The rules. */
  public abstract List<? extends RouteRule> rules();

  /** The group of a parent that names none. */
  public String defaultParentGroup() {
    return "gateway.networking.k8s.io";
  }

  /** Every backend of every rule, mirrors and authorization services included. */
  public final List<RouteBackend> backends() {
    List<RouteBackend> all = new ArrayList<>();
    for (RouteRule rule : rules()) {
      all.addAll(rule.allBackends());
    }
    return all;
  }
}
