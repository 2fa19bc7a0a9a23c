package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Workload;
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

  /** The keys that are read, and what they take. */
  static final Map<String, Key> KEYS =
      Map.ofEntries(
          Map.entry("ingress.cilium.io/loadbalancer-mode", oneOf("shared", "dedicated")),
          Map.entry("ingress.cilium.io/loadbalancer-class", ANY),
          Map.entry("ingress.cilium.io/service-type", oneOf("LoadBalancer", "NodePort")),
          Map.entry("ingress.cilium.io/service-external-traffic-policy", oneOf("Cluster", "Local")),
          Map.entry("ingress.cilium.io/insecure-node-port", NUMBER),
          Map.entry("ingress.cilium.io/secure-node-port", NUMBER),
          Map.entry("ingress.cilium.io/host-listener-port", NUMBER),
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
          Map.entry("service.cilium.io/node-selector", ANY),
          Map.entry("service.cilium.io/weight", NUMBER),
          Map.entry("service.cilium.io/lb-l7", oneOf("enabled", "disabled")),
          Map.entry(
              "service.cilium.io/lb-l7-algorithm", oneOf("round_robin", "least_request", "random")),
          Map.entry("lbipam.cilium.io/ips", ADDRESSES),
          Map.entry("lbipam.cilium.io/sharing-key", ANY),
          Map.entry("lbipam.cilium.io/sharing-cross-namespace", ANY),
          Map.entry("ipam.cilium.io/ip-pool", ANY),
          Map.entry("ipam.cilium.io/ipv4-pool", ANY),
          Map.entry("ipam.cilium.io/ipv6-pool", ANY),
          Map.entry("ipam.cilium.io/require-pool-match", BOOLEAN),
          Map.entry("ipam.cilium.io/skip-masquerade", BOOLEAN),
          Map.entry("policy.cilium.io/no-track-port", ANY),
          Map.entry("policy.cilium.io/name", ANY),
          Map.entry("network.cilium.io/no-track-host-ports", ANY),
          Map.entry("cec.cilium.io/inject-cilium-filters", BOOLEAN),
          Map.entry("cec.cilium.io/is-l7lb", BOOLEAN),
          Map.entry("cec.cilium.io/use-original-source-address", BOOLEAN),
          Map.entry("clustermesh.cilium.io/global", BOOLEAN),
          Map.entry("config.cilium.io/delegate-source-ip-verification", BOOLEAN),
          Map.entry("config.cilium.io/disable-source-ip-verification", BOOLEAN),
          Map.entry("cni.cilium.io/mac-address", ANY),
          Map.entry(
              "bandwidth.cilium.io/priority", oneOf("guaranteed", "burstable", "bestEffort")));

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

  /** Goes through the annotations of all objects and pod templates, each with the object that they stand on. */
  static void each(Mesh mesh, BiConsumer<View.Named<Text>, View> visitor) {
    for (List<View> ofType : mesh.views().values()) {
      for (View view : ofType) {
        if (view instanceof ResourceView object) {
          object.metadata().annotations().forEach(annotation -> visitor.accept(annotation, object));
        }
        if (view instanceof Workload workload
            && workload.template().present()
            && workload.template().metadata().node() != workload.metadata().node()) {
          workload
              .template()
              .metadata()
              .annotations()
              .forEach(annotation -> visitor.accept(annotation, workload));
        }
      }
    }
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
