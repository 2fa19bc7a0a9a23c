package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumChart;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Cilium's agent is set up, as far as the files tell: by the ConfigMap {@code cilium-config} or by the values of its Helm
 * chart, which make that ConfigMap. A repository often holds several clusters: what they do not agree about is not known.
 * Sources: Cilium's command reference of the agent; the reference of its Helm chart. Immutable.
 */
public final class CiliumSettings {
  /** The name of the ConfigMap that the agent reads. */
  public static final String CONFIG_MAP = "cilium-config";

  /** The setting of the namespace in which passwords of BGP sessions are looked for. */
  static final String BGP_SECRETS = "bgp-secrets-namespace";

  /** What the chart makes of its values: the path of a value, and the key of the ConfigMap. */
  private static final Map<String, String> CHART =
      Map.ofEntries(
          Map.entry("authentication.enabled", "mesh-auth-enabled"),
          Map.entry("bgpControlPlane.enabled", "enable-bgp-control-plane"),
          Map.entry("bgpControlPlane.secretsNamespace.name", BGP_SECRETS),
          Map.entry("bpf.masquerade", "enable-bpf-masquerade"),
          Map.entry("cluster.id", "cluster-id"),
          Map.entry("cluster.name", "cluster-name"),
          Map.entry("cni.exclusive", "cni-exclusive"),
          Map.entry("egressGateway.enabled", "enable-egress-gateway"),
          Map.entry("enableNonDefaultDenyPolicies", "enable-non-default-deny-policies"),
          Map.entry("envoyConfig.enabled", "enable-envoy-config"),
          Map.entry("gatewayAPI.enabled", "enable-gateway-api"),
          Map.entry("hostFirewall.enabled", "enable-host-firewall"),
          Map.entry("hubble.enabled", "enable-hubble"),
          Map.entry("ingressController.enabled", "enable-ingress-controller"),
          Map.entry("ipv4NativeRoutingCIDR", "ipv4-native-routing-cidr"),
          Map.entry("kubeProxyReplacement", "kube-proxy-replacement"),
          Map.entry("l2announcements.enabled", "enable-l2-announcements"),
          Map.entry("l7Proxy", "enable-l7-proxy"),
          Map.entry("labels", "labels"),
          Map.entry("localRedirectPolicies.enabled", "enable-local-redirect-policy"),
          Map.entry("localRedirectPolicy", "enable-local-redirect-policy"),
          Map.entry("nodeSelectorLabels", "enable-node-selector-labels"),
          Map.entry("policyAuditMode", "policy-audit-mode"),
          Map.entry("policyCIDRMatchMode", "policy-cidr-match-mode"),
          Map.entry("policyEnforcementMode", "enable-policy"),
          Map.entry("socketLB.hostNamespaceOnly", "bpf-lb-sock-hostns-only"));

  private final List<Map<String, Text>> sources;

  private CiliumSettings(List<Map<String, Text>> sources) {
    this.sources = List.copyOf(sources);
  }

  static CiliumSettings of(Mesh mesh) {
    List<Map<String, Text>> sources = new ArrayList<>();
    for (ConfigMap map : mesh.all(ConfigMap.class)) {
      if (map.resource().name().equals(CONFIG_MAP)) {
        sources.add(entries(map.data()));
      }
    }
    for (Resource resource : mesh.resources()) {
      CiliumChart chart = CiliumChart.of(resource);
      if (chart != null) {
        sources.add(settings(chart));
      }
    }
    return new CiliumSettings(sources);
  }

  private static Map<String, Text> entries(List<View.Named<Text>> data) {
    Map<String, Text> settings = new HashMap<>();
    data.forEach(entry -> settings.put(entry.name(), entry.value()));
    return settings;
  }

  private static Map<String, Text> settings(CiliumChart chart) {
    Map<String, Text> settings = new HashMap<>();
    CHART.forEach(
        (path, key) -> {
          Text value = chart.setting(List.of(path.split("\\.", -1)));
          if (value != null) {
            settings.put(key, value);
          }
        });
    settings.putAll(entries(chart.entries("extraConfig")));
    return settings;
  }

  /** The value of a setting in the first source; null where one of them does not say it, or says something else. */
  public @Nullable Text value(String key) {
    Text first = null;
    for (Map<String, Text> source : sources) {
      Text value = source.get(key);
      if (value == null || value.open() || (first != null && !value.is(first.value()))) {
        return null;
      }
      first = first == null ? value : first;
    }
    return first;
  }

  /** The place that switches something off; null where no source does, or they do not agree. */
  public @Nullable Text off(String key) {
    Text value = value(key);
    return value != null && Boolean.FALSE.equals(value.flag()) ? value : null;
  }

  /** Whether the setting is certainly on. */
  public boolean isOn(String key) {
    Text value = value(key);
    return value != null && Boolean.TRUE.equals(value.flag());
  }

  /** Whether some source says anything about a setting. */
  public boolean mentions(String key) {
    for (Map<String, Text> source : sources) {
      if (source.containsKey(key)) {
        return true;
      }
    }
    return false;
  }

  /** The namespace of the passwords of BGP sessions. */
  public NamespaceRef bgpSecrets() {
    Text namespace = value(BGP_SECRETS);
    return mentions(BGP_SECRETS) && namespace == null
        ? NamespaceRef.OPEN
        : NamespaceRef.named(namespace == null ? "kube-system" : namespace.value());
  }
}
