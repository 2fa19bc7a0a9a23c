package dev.meshlint.rules.cilium.setting;

/** A feature of Cilium that a setting switches on or off. */
enum Feature {
  L7_PROXY("enable-l7-proxy", "rules for requests", "the policy is stored but not enforced"),
  LOCAL_REDIRECT("enable-local-redirect-policy", "local redirects", "nothing is redirected"),
  EGRESS_GATEWAY("enable-egress-gateway", "egress gateways", "traffic leaves from its own node"),
  HOST_FIREWALL("enable-host-firewall", "policies for nodes", "the nodes are not protected"),
  L2_ANNOUNCEMENTS("enable-l2-announcements", "announcements", "no address is announced"),
  KUBE_PROXY_REPLACEMENT("kube-proxy-replacement", "announcements", "no address is announced"),
  BGP("enable-bgp-control-plane", "BGP", "no session is made"),
  ENVOY_CONFIG("enable-envoy-config", "Envoy configurations", "the object has no effect"),
  INGRESS("enable-ingress-controller", "Cilium's Ingress", "nobody serves it"),
  GATEWAY_API("enable-gateway-api", "Cilium's Gateways", "nobody serves it"),
  ICMP("enable-icmp-rules", "rules for ICMP", "the policy is stored but not enforced"),
  NODE_LABELS("enable-node-selector-labels", "peers that are nodes", "no node is selected"),
  DEFAULT_DENY("enable-non-default-deny-policies", "\"enableDefaultDeny\"", "it is ignored"),
  PROTOCOLS(
      "enable-extended-ip-protocols",
      "protocols without ports",
      "the policy is stored but not enforced"),
  AUTHENTICATION(
      "mesh-auth-enabled", "mutual authentication", "connections that require it are dropped");

  private final String key;
  private final String what;
  private final String effect;

  Feature(String key, String what, String effect) {
    this.key = key;
    this.what = what;
    this.effect = effect;
  }

  /** The setting. */
  String key() {
    return key;
  }

  /** Whether it is off unless it is switched on, in every release that is supported. */
  boolean isOffByDefault() {
    return switch (this) {
      case L7_PROXY, ICMP, DEFAULT_DENY, AUTHENTICATION -> false;
      default -> true;
    };
  }

  /** What is wrong where the setting is not there, as a sentence. */
  String defaultMessage() {
    return "\"%s\" switches %s on and is not set: %s".formatted(key, what, effect);
  }

  /** What is wrong where the setting is off, as a sentence. */
  String message() {
    return "\"%s\" switches %s off: %s".formatted(key, what, effect);
  }
}
