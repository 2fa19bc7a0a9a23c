package dev.meshlint.core.model.cilium;

import java.util.List;

/** What may, or may not, go out. */
public final class EgressRule extends TrafficRule {
  /** Makes the view. */
  public EgressRule(At at, boolean deny) {
    super(at, "to", deny);
  }

  /** Hosts known by DNS name. */
  public List<FqdnSelector> toFQDNs() {
    return list("toFQDNs", FqdnSelector::new);
  }

  /** Services of Kubernetes. */
  public List<ServiceSelector> toServices() {
    return list("toServices", ServiceSelector::new);
  }
}
