package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumChart;
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

  /** Settings that the chart writes whatever its values are: a ConfigMap without them is a piece of one. */
  private static final List<String> ALWAYS_WRITTEN =
      List.of("cluster-name", "enable-ipv4", "identity-allocation-mode");

  /** What the chart makes of its values: the path of a value, and the key of the ConfigMap. */
  private static final Map<String, String> CHART =
      Map.ofEntries(
          Map.entry("authentication.enabled", "mesh-auth-enabled"),
          Map.entry("authentication.mutual.spire.enabled", "mesh-auth-mutual-enabled"),
          Map.entry("autoDirectNodeRoutes", "auto-direct-node-routes"),
          Map.entry("bgpControlPlane.enabled", "enable-bgp-control-plane"),
          Map.entry("bgpControlPlane.secretsNamespace.name", BGP_SECRETS),
          Map.entry("bpf.masquerade", "enable-bpf-masquerade"),
          Map.entry("bpf.datapathMode", "datapath-mode"),
          Map.entry("cluster.id", "cluster-id"),
          Map.entry("cluster.name", "cluster-name"),
          Map.entry("clustermesh.maxConnectedClusters", "max-connected-clusters"),
          Map.entry("cni.chainingMode", "cni-chaining-mode"),
          Map.entry("cni.exclusive", "cni-exclusive"),
          Map.entry("egressGateway.enabled", "enable-egress-gateway"),
          Map.entry("enableNonDefaultDenyPolicies", "enable-non-default-deny-policies"),
          Map.entry("envoyConfig.enabled", "enable-envoy-config"),
          Map.entry("gatewayAPI.enabled", "enable-gateway-api"),
          Map.entry("hostFirewall.enabled", "enable-host-firewall"),
          Map.entry("hubble.enabled", "enable-hubble"),
          Map.entry("ingressController.enabled", "enable-ingress-controller"),
          Map.entry("ingressController.loadbalancerMode", "ingress-default-lb-mode"),
          Map.entry("ipam.mode", "ipam"),
          Map.entry("ipv4NativeRoutingCIDR", "ipv4-native-routing-cidr"),
          Map.entry("kubeProxyReplacement", "kube-proxy-replacement"),
          Map.entry("l2announcements.enabled", "enable-l2-announcements"),
          Map.entry("l7Proxy", "enable-l7-proxy"),
          Map.entry("labels", "labels"),
          Map.entry("loadBalancer.acceleration", "bpf-lb-acceleration"),
          Map.entry("loadBalancer.algorithm", "bpf-lb-algorithm"),
          Map.entry("loadBalancer.mode", "bpf-lb-mode"),
          Map.entry("localRedirectPolicies.enabled", "enable-local-redirect-policy"),
          Map.entry("localRedirectPolicy", "enable-local-redirect-policy"),
          Map.entry("nodeSelectorLabels", "enable-node-selector-labels"),
          Map.entry("policyAuditMode", "policy-audit-mode"),
          Map.entry("policyCIDRMatchMode", "policy-cidr-match-mode"),
          Map.entry("policyEnforcementMode", "enable-policy"),
          Map.entry("routingMode", "routing-mode"),
          Map.entry("socketLB.enabled", "bpf-lb-sock"),
          Map.entry("socketLB.hostNamespaceOnly", "bpf-lb-sock-hostns-only"),
          Map.entry("tunnelProtocol", "tunnel-protocol"));

  private final List<Source> sources;
  private final List<Source> ofNodes;
  private final List<Source> ofFiles;

  /**
   * One of the places that set up the agent.
   *
   * @param chart the values of the chart; null where the agent's own settings are written
   * @param values what is set, by the agent's keys
   * @param entries the agent's own settings with their keys as written
   * @param place what holds them
   * @param whole whether nothing else adds to them, so that what is not written is as it is by default
   */
  public record Source(
      @Nullable CiliumChart chart,
      Map<String, Text> values,
      List<View.Named<Text>> entries,
      View place,
      boolean whole) {
    static Source of(View place, boolean whole) {
      Map<String, Text> values = new HashMap<>();
      List<View.Named<Text>> entries = place.entries();
      entries.forEach(entry -> values.put(entry.name(), entry.value()));
      boolean all = whole && values.keySet().containsAll(ALWAYS_WRITTEN);
      return new Source(null, values, entries, place, all);
    }

    static Source of(CiliumChart chart, boolean whole) {
      Map<String, Text> values = new HashMap<>();
      CHART.forEach(
          (path, key) -> {
            Text value = chart.setting(List.of(path.split("\\.", -1)));
            if (value != null) {
              values.put(key, value);
            }
          });
      List<View.Named<Text>> extra = chart.entries("extraConfig");
      extra.forEach(entry -> values.put(entry.name(), entry.value()));
      return new Source(chart, values, extra, chart, whole);
    }

    /** Whether it leaves a setting at its default. */
    boolean leavesOut(String key) {
      return whole && !values.containsKey(key) && (chart == null || CHART.containsValue(key));
    }

    /** The value of a setting, or null where it is not written or holds a placeholder. */
    public @Nullable Text value(String key) {
      Text value = values.get(key);
      return value == null || value.open() ? null : value;
    }
  }

  private CiliumSettings(List<Source> sources, List<Source> ofNodes, List<Source> ofFiles) {
    this.sources = List.copyOf(sources);
    this.ofNodes = List.copyOf(ofNodes);
    this.ofFiles = List.copyOf(ofFiles);
  }

  static CiliumSettings of(Mesh mesh) {
    List<Source> sources = new ArrayList<>();
    for (CiliumInstallation one : CiliumInstallation.of(mesh)) {
      sources.add(
          one.settings() instanceof CiliumChart chart
              ? Source.of(chart, one.isComplete())
              : Source.of(
                  one.settings(), !mesh.kustomizations().isPatched(one.settings().resource())));
    }
    List<Source> ofNodes = new ArrayList<>();
    List<Source> ofFiles = new ArrayList<>();
    for (Resource resource : mesh.resources()) {
      if (resource.kind().equals("CiliumNodeConfig")) {
        View spec = new View(View.root(resource)).child("spec");
        ofNodes.add(Source.of(spec.child("defaults"), false));
      }
      CiliumChart file =
          resource.kind().equals(CiliumInstallation.FILE) ? CiliumChart.of(resource) : null;
      if (file != null) {
        ofFiles.add(Source.of(file, false));
      }
    }
    return new CiliumSettings(sources, ofNodes, ofFiles);
  }

  /** The places that set up the agent of all nodes. */
  public List<Source> sources() {
    return sources;
  }

  /** The places that override settings for some nodes. */
  public List<Source> ofNodes() {
    return ofNodes;
  }

  /** The files of values for the chart. Which cluster they are for is not known: they set up nothing. */
  public List<Source> ofFiles() {
    return ofFiles;
  }

  /** The value of a setting in the first source; null where one of them does not say it, or says something else. */
  public @Nullable Text value(String key) {
    Text first = null;
    for (Source source : sources) {
      Text value = source.value(key);
      if (value == null || (first != null && !value.is(first.value()))) {
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

  /** What leaves a setting at its default; null where some source may set it, or there is none. */
  public @Nullable View leavingOut(String key) {
    for (Source source : ofNodes) {
      if (source.values().containsKey(key)) {
        return null;
      }
    }
    boolean all = sources.stream().allMatch(source -> source.leavesOut(key));
    return all && !sources.isEmpty() ? sources.get(0).place() : null;
  }

  /** Whether the setting is certainly on. */
  public boolean isOn(String key) {
    Text value = value(key);
    return value != null && Boolean.TRUE.equals(value.flag());
  }

  /** Whether some source says anything about a setting. */
  public boolean mentions(String key) {
    for (Source source : sources) {
      if (source.values().containsKey(key)) {
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
