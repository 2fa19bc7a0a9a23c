package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.value.DnsNames;
import dev.meshlint.core.value.GoBoolean;
import dev.meshlint.core.value.GoDuration;
import dev.meshlint.core.value.IpAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The annotations that Cilium reads (documentation of its features; its package {@code annotation}). */
final class CiliumKeys {
  /**
   * What an annotation takes.
   *
   * @param values the values that it may have; none for other grammars
   * @param grammar what it takes, for people
   * @param test whether a text is taken
   */
  record Key(List<String> values, String grammar, Predicate<String> test) {
    boolean takes(String value) {
      return test.test(value);
    }
  }

  private static final Key ANY = new Key(List.of(), "any text", value -> true);
  private static final Key BOOLEAN =
      new Key(
          List.of("true", "false"),
          "\"true\" or \"false\"",
          value -> GoBoolean.parse(value.toLowerCase(Locale.ROOT)) != null);
  private static final Key SWITCH =
      new Key(
          List.of("enabled", "disabled"),
          "\"enabled\" or \"disabled\"",
          value ->
              value.equals("enabled")
                  || value.equals("disabled")
                  || GoBoolean.parse(value) != null);
  private static final Key NUMBER = new Key(List.of(), "a number", CiliumKeys::isNumber);
  private static final Key DURATION =
      new Key(List.of(), "a duration such as 30s", value -> GoDuration.nanos(value) != null);
  private static final Key ADDRESSES =
      new Key(List.of(), "a list of addresses without prefix length", CiliumKeys::isAddresses);
  private static final Key PORT =
      new Key(List.of(), "a port from 1 to 65535", value -> AnnotationText.isPort(value, 1));
  private static final Key UNPRIVILEGED =
      new Key(List.of(), "a port from 1024 to 65535", value -> AnnotationText.isPort(value, 1024));
  private static final Key PORTS =
      new Key(List.of(), "a list of ports such as 53,8053", AnnotationText::isPorts);
  private static final Key HOST_PORTS =
      new Key(List.of(), "a list such as 8080/tcp,53/udp", AnnotationText::isHostPorts);
  private static final Key HARDWARE_ADDRESS =
      new Key(List.of(), "an address such as 02:00:00:00:00:01", AnnotationText::isHardwareAddress);
  private static final Key SELECTOR =
      new Key(List.of(), "a selector such as zone=a,!spot", AnnotationText::isSelector);
  private static final Key NAMESPACES =
      new Key(List.of(), "\"*\" or a list of namespaces", AnnotationText::isNamespaces);
  private static final Key NAME = new Key(List.of(), "the name of a pool", DnsNames::isSubdomain);

  /** The keys that are read, and what they take. */
  static final Map<String, Key> KEYS =
      Map.ofEntries(
          Map.entry("ingress.cilium.io/loadbalancer-mode", oneOf("shared", "dedicated")),
          Map.entry("ingress.cilium.io/loadbalancer-class", ANY),
          Map.entry("ingress.cilium.io/service-type", oneOf("LoadBalancer", "NodePort")),
          Map.entry("ingress.cilium.io/service-external-traffic-policy", oneOf("Cluster", "Local")),
          Map.entry("ingress.cilium.io/insecure-node-port", PORT),
          Map.entry("ingress.cilium.io/secure-node-port", PORT),
          Map.entry("ingress.cilium.io/host-listener-port", UNPRIVILEGED),
          Map.entry("ingress.cilium.io/tls-passthrough", SWITCH),
          Map.entry("ingress.cilium.io/force-https", SWITCH),
          Map.entry("ingress.cilium.io/request-timeout", DURATION),
          Map.entry("service.cilium.io/global", BOOLEAN),
          Map.entry("service.cilium.io/global-sync-endpoint-slices", BOOLEAN),
          Map.entry("service.cilium.io/shared", BOOLEAN),
          Map.entry("service.cilium.io/affinity", oneOf("local", "remote", "none")),
          Map.entry("service.cilium.io/lb-algorithm", oneOf("random", "maglev")),
          Map.entry("service.cilium.io/forwarding-mode", oneOf("dsr", "snat")),
          Map.entry("service.cilium.io/type", oneOf("ClusterIP", "NodePort", "LoadBalancer")),
          Map.entry("service.cilium.io/src-ranges-policy", oneOf("allow", "deny")),
          Map.entry("service.cilium.io/proxy-delegation", oneOf("none", "delegate-if-local")),
          Map.entry("service.cilium.io/node", ANY),
          Map.entry("service.cilium.io/node-selector", SELECTOR),
          Map.entry("service.cilium.io/weight", NUMBER),
          Map.entry("service.cilium.io/lb-l7", oneOf("enabled", "disabled")),
          Map.entry(
              "service.cilium.io/lb-l7-algorithm", oneOf("round_robin", "least_request", "random")),
          Map.entry("lbipam.cilium.io/ips", ADDRESSES),
          Map.entry("lbipam.cilium.io/sharing-key", ANY),
          Map.entry("lbipam.cilium.io/sharing-cross-namespace", NAMESPACES),
          Map.entry("ipam.cilium.io/ip-pool", NAME),
          Map.entry("ipam.cilium.io/ipv4-pool", NAME),
          Map.entry("ipam.cilium.io/ipv6-pool", NAME),
          Map.entry("ipam.cilium.io/require-pool-match", BOOLEAN),
          Map.entry("ipam.cilium.io/skip-masquerade", BOOLEAN),
          Map.entry("ipam.cilium.io/ignore", BOOLEAN),
          Map.entry("policy.cilium.io/no-track-port", PORTS),
          Map.entry("policy.cilium.io/name", ANY),
          Map.entry("network.cilium.io/no-track-host-ports", HOST_PORTS),
          Map.entry("cec.cilium.io/inject-cilium-filters", BOOLEAN),
          Map.entry("cec.cilium.io/is-l7lb", BOOLEAN),
          Map.entry("cec.cilium.io/use-original-source-address", BOOLEAN),
          Map.entry("clustermesh.cilium.io/global", BOOLEAN),
          Map.entry("config.cilium.io/delegate-source-ip-verification", BOOLEAN),
          Map.entry("config.cilium.io/disable-source-ip-verification", BOOLEAN),
          Map.entry("cni.cilium.io/mac-address", HARDWARE_ADDRESS),
          Map.entry(
              "bandwidth.cilium.io/priority", oneOf("guaranteed", "burstable", "bestEffort")));

  private static final List<String> POD = List.of("Pod");
  private static final List<String> POD_OR_NAMESPACE = List.of("Pod", "Namespace");
  private static final List<String> ENVOY =
      List.of("CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig");

  /** The kinds of objects on which keys are read whose prefix does not tell. */
  private static final Map<String, List<String>> ON =
      Map.ofEntries(
          Map.entry("service.cilium.io/node", List.of()),
          Map.entry("service.cilium.io/weight", List.of("EndpointSlice")),
          Map.entry("ipam.cilium.io/ip-pool", POD_OR_NAMESPACE),
          Map.entry("ipam.cilium.io/ipv4-pool", POD_OR_NAMESPACE),
          Map.entry("ipam.cilium.io/ipv6-pool", POD_OR_NAMESPACE),
          Map.entry("ipam.cilium.io/require-pool-match", POD_OR_NAMESPACE),
          Map.entry("ipam.cilium.io/skip-masquerade", List.of("CiliumPodIPPool")),
          Map.entry("ipam.cilium.io/ignore", List.of("CiliumNode")),
          Map.entry("policy.cilium.io/no-track-port", POD),
          Map.entry("policy.cilium.io/name", List.of("NetworkPolicy")),
          Map.entry("network.cilium.io/no-track-host-ports", List.of("Pod", "Service")),
          Map.entry("clustermesh.cilium.io/global", List.of("Namespace")),
          Map.entry("config.cilium.io/delegate-source-ip-verification", List.of("Namespace")),
          Map.entry("config.cilium.io/disable-source-ip-verification", POD),
          Map.entry("cni.cilium.io/mac-address", POD),
          Map.entry("bandwidth.cilium.io/priority", POD));

  /** Former names of keys, and what they are called now. */
  static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("io.cilium/global-service", "service.cilium.io/global"),
          Map.entry("io.cilium/shared-service", "service.cilium.io/shared"),
          Map.entry("io.cilium/service-affinity", "service.cilium.io/affinity"),
          Map.entry("io.cilium/lb-ipam-ips", "lbipam.cilium.io/ips"),
          Map.entry("io.cilium/lb-ipam-sharing-key", "lbipam.cilium.io/sharing-key"),
          Map.entry(
              "io.cilium/lb-ipam-sharing-cross-namespace",
              "lbipam.cilium.io/sharing-cross-namespace"),
          Map.entry("io.cilium.no-track-port", "policy.cilium.io/no-track-port"),
          Map.entry("io.cilium.name", "policy.cilium.io/name"),
          Map.entry("io.cilium.ingress/loadbalancer-mode", "ingress.cilium.io/loadbalancer-mode"),
          Map.entry("io.cilium.ingress/service-type", "ingress.cilium.io/service-type"),
          Map.entry("io.cilium.ingress/insecure-node-port", "ingress.cilium.io/insecure-node-port"),
          Map.entry("io.cilium.ingress/secure-node-port", "ingress.cilium.io/secure-node-port"),
          Map.entry("io.cilium.ingress/tls-passthrough", "ingress.cilium.io/tls-passthrough"));

  /** What the agent itself writes on the Nodes that it runs on, behind the prefix of the network. */
  private static final List<String> OF_AGENT =
      List.of(
          "ipv4-pod-cidr",
          "ipv6-pod-cidr",
          "ipv4-health-ip",
          "ipv6-health-ip",
          "ipv4-Ingress-ip",
          "ipv6-Ingress-ip",
          "ipv4-cilium-host",
          "ipv6-cilium-host",
          "encryption-key",
          "wg-pub-key",
          "fib-table-id");

  private static final List<String> OF_NETWORK =
      List.of("network.cilium.io/", "io.cilium.network.");

  private CiliumKeys() {}

  /** Whether the agent itself writes the annotation. */
  static boolean isOfAgent(String name) {
    for (String prefix : OF_NETWORK) {
      if (name.startsWith(prefix)) {
        return OF_AGENT.contains(name.substring(prefix.length()));
      }
    }
    return false;
  }

  static boolean isKnown(String name) {
    return KEYS.containsKey(name)
        || RENAMED.containsKey(name)
        || isRemoved(name)
        || isOfAgent(name);
  }

  static boolean isRemoved(String name) {
    return name.equals("policy.cilium.io/proxy-visibility")
        || name.equals("io.cilium.proxy-visibility")
        || name.startsWith("cilium.io/bgp-virtual-router.");
  }

  /** Goes through those annotations of objects and pod templates that look like Cilium's. */
  static void each(Mesh mesh, BiConsumer<View.Named<Text>, Carrier> visitor) {
    for (Carried annotation : mesh.annotations().where(name -> name.contains("cilium"))) {
      visitor.accept(annotation.entry(), annotation.carrier());
    }
  }

  /** The kinds of objects on which an annotation is read; none where that is not told. */
  static List<String> kinds(String name) {
    if (ON.containsKey(name)) {
      return ON.getOrDefault(name, List.of());
    }
    return name.startsWith("ingress.cilium.io/")
        ? List.of("Ingress")
        : name.startsWith("service.cilium.io/")
            ? List.of("Service")
            : name.startsWith("lbipam.cilium.io/")
                ? List.of("Service")
                : name.startsWith("cec.cilium.io/") ? ENVOY : List.of();
  }

  private static Key oneOf(String... values) {
    List<String> all = List.of(values);
    StringBuilder grammar = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      grammar
          .append(i == 0 ? "" : i == all.size() - 1 ? " or " : ", ")
          .append('"')
          .append(all.get(i))
          .append('"');
    }
    return new Key(all, grammar.toString(), all::contains);
  }

  private static boolean isNumber(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static boolean isAddresses(String value) {
    for (String address : value.split(",", -1)) {
      if (IpAddress.parse(address.strip()) == null) {
        return false;
      }
    }
    return true;
  }
}
