package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code ingress}, {@code ingressDeny}, {@code egress} or {@code egressDeny}. The kinds of peers have the
 * same names in both directions but for {@code from} and {@code to} before them; none at all means everybody.
 */
public abstract sealed class TrafficRule extends View permits IngressRule, EgressRule {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<PortRule> toPorts;

  private static final List<String> KINDS =
      List.of("Endpoints", "CIDR", "CIDRSet", "Entities", "Nodes", "Groups", "Services", "FQDNs");

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
    List<PortRule> known = toPorts;
    if (known == null) {
      known = list("toPorts", PortRule::new);
      toPorts = known;
    }
    return known;
  }

  /** ICMP messages. */
  public final List<View> icmps() {
    return list("icmps");
  }

  /** The kinds of peers that are written, in their order, whatever their lists hold: keys such as {@code toCIDR}. */
  public final List<String> peerKeys() {
    List<String> keys = new ArrayList<>();
    for (String kind : KINDS) {
      if (has(peerKey(kind))) {
        keys.add(peerKey(kind));
      }
    }
    keys.sort(Comparator.comparingInt(key -> key(key).node().start()));
    return keys;
  }

  /** Whether this kind of peers is written as an empty list. */
  public final boolean isEmptyList(String key) {
    return has(key) && !isOpen(key) && list(key).isEmpty() && texts(key).isEmpty();
  }

  /** The kinds of peers whose lists hold something. */
  public final List<String> filledPeerKeys() {
    List<String> keys = peerKeys();
    keys.removeIf(this::isEmptyList);
    return keys;
  }

  /** Whether it is about what comes in. */
  public final boolean isIngress() {
    return direction.equals("from");
  }

  /** Mutual authentication ({@code authentication.mode}). */
  public final @Nullable Text authenticationMode() {
    return child("authentication").text("mode");
  }
}
