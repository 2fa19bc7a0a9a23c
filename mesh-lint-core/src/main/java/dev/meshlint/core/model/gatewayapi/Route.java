package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route of any kind: whom it is attached to, for which hosts, and where it sends traffic. */
public abstract class Route extends ResourceView {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<Reference> parents;

  /** Makes the view. */
  protected Route(At at) {
    super(at);
  }

  /** The parents: Gateways and their listeners, Services, Servers. */
  public final List<Reference> parentRefs() {
    List<Reference> known = parents;
    if (known == null) {
      known = spec().list("parentRefs", Reference::new);
      parents = known;
    }
    return known;
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
