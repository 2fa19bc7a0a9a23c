package dev.meshlint.core.model.cilium;

/** What may, or may not, come in. */
public final class IngressRule extends TrafficRule {
  /** Makes the view. */
  public IngressRule(At at, boolean deny) {
    super(at, "from", deny);
  }
}
