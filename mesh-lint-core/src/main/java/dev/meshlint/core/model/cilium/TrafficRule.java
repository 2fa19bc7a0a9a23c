package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code ingress}, {@code ingressDeny}, {@code egress} or {@code egressDeny}. The kinds of peers have the
 * same names in both directions but for {@code from} and {@code to} before them; none at all means everybody.
 */
public abstract sealed class TrafficRule extends View permits IngressRule, EgressRule {
  private final String direction;
  private final boolean deny;

  TrafficRule(At at, String direction, boolean deny) {
    super(at);
    this.direction = direction;
    this.deny = deny;
  }

  /** Whether it denies; otherwise it allows. */
  public final boolean isDeny() {
    return deny;
  }

  /** The key under which a kind of peers is written, such as {@code fromCIDR} for {@code CIDR}. */
  public final String peerKey(String kind) {
    return direction + kind;
  }

  /** Pods: {@code fromEndpoints} or {@code toEndpoints}. An item without labels means all pods of the scope. */
  public final List<EndpointSelector> endpoints() {
    return list(peerKey("Endpoints"), EndpointSelector::new);
  }

  /** Further conditions on peers: {@code fromRequires} or {@code toRequires}; refused by current releases. */
  public final List<EndpointSelector> requires() {
    return list(peerKey("Requires"), EndpointSelector::new);
  }

  /** Nodes: {@code fromNodes} or {@code toNodes}. */
  public final List<EndpointSelector> nodes() {
    return list(peerKey("Nodes"), EndpointSelector::new);
  }

  /** Blocks of addresses: {@code fromCIDR} or {@code toCIDR}. */
  public final List<Text> cidr() {
    return names(peerKey("CIDR"));
  }

  /** Blocks of addresses with exceptions: {@code fromCIDRSet} or {@code toCIDRSet}. */
  public final List<CidrRule> cidrSet() {
    return list(peerKey("CIDRSet"), CidrRule::new);
  }

  /** Peers known by name, such as {@code world}: {@code fromEntities} or {@code toEntities}. */
  public final List<Text> entities() {
    return texts(peerKey("Entities"));
  }

  /** Groups of a cloud provider: {@code fromGroups} or {@code toGroups}. */
  public final List<View> groups() {
    return list(peerKey("Groups"));
  }

  /** The ports; none means all. */
  public final List<PortRule> toPorts() {
    return list("toPorts", PortRule::new);
  }

  /** ICMP messages. */
  public final List<View> icmps() {
    return list("icmps");
  }

  /** Mutual authentication ({@code authentication.mode}). */
  public final @Nullable Text authenticationMode() {
    return child("authentication").text("mode");
  }
}
