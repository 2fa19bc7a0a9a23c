package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mesh configuration: key {@code mesh} of the ConfigMap {@code istio}, or {@code meshConfig}
 * in installer input.
 */
public final class MeshConfig extends View {
  /** Makes the view. */
  public MeshConfig(At at) {
    super(at);
  }

  /**
   * The mesh configuration that a resource holds: a ConfigMap {@code istio} or {@code istio-REVISION}, an IstioOperator, or
   * an Istio of Sail Operator; null where it holds none. What is not written has Istio's defaults only in a ConfigMap: an
   * installer starts from its profile.
   */
  public static @Nullable MeshConfig of(View view) {
    MeshConfig config = null;
    if (view instanceof ConfigMap map) {
      config = isHolder(map) ? map.child("data").embedded("mesh", MeshConfig::new) : null;
    } else if (view instanceof IstioOperator operator) {
      config = operator.meshConfig();
    } else if (view instanceof Istio istio) {
      config = istio.meshConfig();
    } else if (view instanceof IstioValues values) {
      config = values.meshConfig();
    }
    return config != null && (config.present() || config.open()) ? config : null;
  }

  /** Whether a ConfigMap is called as that of a control plane: {@code istio} or {@code istio-REVISION}. */
  static boolean isHolder(ConfigMap map) {
    String name = map.resource().name();
    return name.equals("istio") || name.startsWith("istio-");
  }

  /** The trust domain; absent means {@code cluster.local}. */
  public @Nullable Text trustDomain() {
    return name("trustDomain");
  }

  /** Other trust domains that count as this one. */
  public List<Text> trustDomainAliases() {
    return names("trustDomainAliases");
  }

  /** The namespace whose settings hold for the whole mesh; absent means {@code istio-system}. */
  public @Nullable Text rootNamespace() {
    return name("rootNamespace");
  }

  /** Whether clients use mutual TLS where the server can; absent means true. */
  public @Nullable Boolean enableAutoMtls() {
    return flag("enableAutoMtls");
  }

  /** What happens to traffic to unknown hosts; absent means {@code ALLOW_ANY}. */
  public OutboundTrafficPolicy outboundTrafficPolicy() {
    return child("outboundTrafficPolicy", OutboundTrafficPolicy::new);
  }

  /** Preference for near endpoints. */
  public LocalitySetting localityLbSetting() {
    return child("localityLbSetting", LocalitySetting::new);
  }

  /** What holds for all hosts that no DestinationRule speaks for. */
  public TrafficPolicy defaultTrafficPolicy() {
    return child("defaultTrafficPolicy", TrafficPolicy::new);
  }

  /** The providers for telemetry and authorization. */
  public List<ExtensionProvider> extensionProviders() {
    return list("extensionProviders", ExtensionProvider::new);
  }

  /** The settings of all proxies. */
  public ProxySettings defaultConfig() {
    return child("defaultConfig", ProxySettings::new);
  }

  /** The namespaces that see Services and ServiceEntries; empty means all. */
  public List<Text> defaultServiceExportTo() {
    return names("defaultServiceExportTo");
  }

  /** The namespaces that see VirtualServices; empty means all. */
  public List<Text> defaultVirtualServiceExportTo() {
    return names("defaultVirtualServiceExportTo");
  }

  /** The namespaces that see DestinationRules; empty means all. */
  public List<Text> defaultDestinationRuleExportTo() {
    return names("defaultDestinationRuleExportTo");
  }

  /** When requests are tried again. */
  public Retries defaultHttpRetryPolicy() {
    return child("defaultHttpRetryPolicy", Retries::new);
  }

  /** The namespaces that the control plane looks at, by labels; empty for all. */
  public List<LabelSelector> discoverySelectors() {
    return list("discoverySelectors", LabelSelector::new);
  }

  /** Where access logs go; absent or empty for nowhere. */
  public @Nullable Text accessLogFile() {
    return text("accessLogFile");
  }

  /** What an access log line holds. */
  public @Nullable Text accessLogFormat() {
    return raw("accessLogFormat");
  }

  /** How long connecting may take; a Go duration. */
  public @Nullable Text connectTimeout() {
    return text("connectTimeout");
  }

  /** Whether traces are made. */
  public @Nullable Boolean enableTracing() {
    return flag("enableTracing");
  }

  /** The service of the gateway for Ingresses. */
  public @Nullable Text ingressService() {
    return name("ingressService");
  }

  /** The value of the label {@code istio} of the gateway for Ingresses. */
  public @Nullable Text ingressSelector() {
    return name("ingressSelector");
  }

  /** Which Ingresses are served: {@code OFF}, {@code DEFAULT} or {@code STRICT}. */
  public @Nullable Text ingressControllerMode() {
    return text("ingressControllerMode");
  }

  /** Whether HTTP/1.1 is upgraded. */
  public @Nullable Text h2UpgradePolicy() {
    return text("h2UpgradePolicy");
  }

  /** How often DNS is asked. */
  public @Nullable Text dnsRefreshRate() {
    return text("dnsRefreshRate");
  }

  /** TLS inside the mesh: {@code minProtocolVersion}, {@code cipherSuites}. */
  public View meshMTLS() {
    return child("meshMTLS");
  }

  /** TLS outside the mesh: {@code minProtocolVersion}, {@code cipherSuites}. */
  public View tlsDefaults() {
    return child("tlsDefaults");
  }

  /** Further authorities: {@code pem}, {@code spiffeBundleUrl}, {@code certSigners}. */
  public List<View> caCertificates() {
    return list("caCertificates");
  }

  /** Settings for single hosts. */
  public List<View> serviceSettings() {
    return list("serviceSettings");
  }

  /** The providers of access logs where a Telemetry names none. */
  public List<Text> defaultAccessLogProviders() {
    return child("defaultProviders").names("accessLogging");
  }

  /** The providers used where a Telemetry names none ({@code defaultProviders}), of all three sections. */
  public List<Text> defaultProviders() {
    List<Text> all = new ArrayList<>();
    for (String section : List.of("tracing", "metrics", "accessLogging")) {
      all.addAll(child("defaultProviders").names(section));
    }
    return all;
  }
}
