package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.ExtensionProvider;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.istio.MeshConfig;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import dev.meshlint.core.value.WildcardText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mesh-wide configuration as far as it is in view, and Istio's defaults where it is not. Source: Istio's reference of
 * MeshConfig. Immutable.
 */
public final class MeshConfiguration {
  private final MeshSettings settings;
  private final List<MeshConfig> configurations;
  private final List<IstioValues> values;

  MeshConfiguration(
      MeshSettings settings, List<MeshConfig> configurations, List<IstioValues> values) {
    this.settings = settings;
    this.configurations = List.copyOf(configurations);
    this.values = List.copyOf(values);
  }

  /**
   * Joins what resources hold and what the charts are given.
   *
   * @param settings what the configuration of the run says
   * @param configurations the mesh configurations that stand in resources
   * @param values the values of the charts that stand in resources
   * @param charts the charts that are installed, whose values may hold a mesh configuration
   */
  static MeshConfiguration of(
      MeshSettings settings,
      List<MeshConfig> configurations,
      List<IstioValues> values,
      List<ChartInstallation> charts) {
    List<MeshConfig> allConfigurations = new ArrayList<>(configurations);
    List<IstioValues> allValues = new ArrayList<>(values);
    for (ChartInstallation chart : charts) {
      for (IstioValues given : IstioValues.of(chart)) {
        allValues.add(given);
        if (given.meshConfig().present()) {
          allConfigurations.add(given.meshConfig());
        }
      }
    }
    return new MeshConfiguration(settings, allConfigurations, allValues);
  }

  /** What the configuration of the run says. */
  public MeshSettings settings() {
    return settings;
  }

  /** The mesh configurations in view: ConfigMap {@code istio}, installer input; several for several revisions. */
  public List<MeshConfig> views() {
    return configurations;
  }

  /** The values of Istio's charts in view, those in the injector's ConfigMaps included. */
  public List<IstioValues> values() {
    return values;
  }

  /** Whether an injector in view may take namespaces that have no label of Istio's. */
  public boolean injectsByDefault() {
    for (IstioValues one : values) {
      if (one.injector().enablesNamespacesByDefault()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a mesh configuration is in view. */
  public boolean inView() {
    return !configurations.isEmpty();
  }

  /** The namespace whose policies hold for the whole mesh. */
  public String rootNamespace() {
    for (MeshConfig configuration : configurations) {
      Text root = configuration.rootNamespace();
      if (root != null && !root.open()) {
        return root.value();
      }
    }
    return "istio-system";
  }

  /** The cluster's domain. */
  public String clusterDomain() {
    return HostName.DEFAULT_CLUSTER_DOMAIN;
  }

  /** The cluster's domain, or empty where nothing in view tells it: then any will do. */
  String clusterDomainOrEmpty() {
    return "";
  }

  /** The trust domain and its aliases, as written; empty where none is in view. */
  public List<Text> trustDomains() {
    List<Text> domains = new ArrayList<>();
    for (MeshConfig configuration : configurations) {
      Text domain = configuration.trustDomain();
      if (domain != null) {
        domains.add(domain);
      }
      domains.addAll(configuration.trustDomainAliases());
    }
    return domains;
  }

  /**
   * Whether a trust domain is the mesh's own. {@code cluster.local} always stands for that; what is not written is only
   * known for certain where the whole mesh configuration is in view, which installers start from a profile.
   */
  public Same isOwnTrustDomain(WildcardText domain) {
    Same answer = settings.world() == World.CLOSED ? Same.NO : Same.MAYBE;
    for (MeshConfig configuration : configurations) {
      boolean whole = isPlainInstallation(configuration.resource());
      if (whole || configuration.trustDomain() != null) {
        answer = Same.NO;
      }
    }
    if (domain.matches(HostName.DEFAULT_CLUSTER_DOMAIN)) {
      return Same.YES;
    }
    boolean open = false;
    for (Text own : trustDomains()) {
      open |= own.open();
      if (domain.matches(own.value())) {
        return Same.YES;
      }
    }
    return open ? Same.MAYBE : answer;
  }

  /** A ConfigMap {@code istio-REVISION} may belong to a managed control plane, which has other defaults. */
  private static boolean isPlainInstallation(Resource holder) {
    return holder.kind().equals("ConfigMap") && holder.name().equals("istio");
  }

  /** The switch that turns automatic mutual TLS off, or null where no configuration in view does. */
  public @Nullable Located autoMtlsOff() {
    for (MeshConfig configuration : configurations) {
      if (Boolean.FALSE.equals(configuration.enableAutoMtls())) {
        return configuration.at("enableAutoMtls");
      }
    }
    return null;
  }

  /** Whether a mesh configuration is in view, and access logs have no provider where a Telemetry names none. */
  public boolean logsNothingByDefault() {
    for (MeshConfig configuration : configurations) {
      if (!configuration.resource().kind().equals("ConfigMap")
          || configuration.open()
          || configuration.isOpen("defaultProviders")
          || configuration.accessLogFile() != null
          || !configuration.defaultAccessLogProviders().isEmpty()) {
        return false;
      }
    }
    return inView() || settings.world() == World.CLOSED;
  }

  /** Whether a mesh configuration in view lets proxies answer DNS, so that hosts without addresses get some. */
  public boolean capturesDns() {
    for (MeshConfig configuration : configurations) {
      for (Named<Text> setting : configuration.defaultConfig().proxyMetadata()) {
        if (setting.name().equals("ISTIO_META_DNS_CAPTURE") && setting.value().is("true")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a provider in view can audit requests: of those that Istio itself ships, only Stackdriver does. */
  public boolean canAudit() {
    for (MeshConfig configuration : configurations) {
      for (ExtensionProvider provider : configuration.extensionProviders()) {
        Text type = provider.type();
        if (type != null && type.value().equals("stackdriver")) {
          return true;
        }
      }
    }
    return false;
  }

  List<String> defaultServiceExportTo() {
    return values(MeshConfig::defaultServiceExportTo);
  }

  List<String> defaultDestinationRuleExportTo() {
    return values(MeshConfig::defaultDestinationRuleExportTo);
  }

  /** The namespaces that see VirtualServices without exportTo; empty for all. */
  public List<String> defaultVirtualServiceExportTo() {
    return values(MeshConfig::defaultVirtualServiceExportTo);
  }

  private List<String> values(Function<MeshConfig, List<Text>> field) {
    List<String> values = new ArrayList<>();
    for (MeshConfig configuration : configurations) {
      for (Text text : field.apply(configuration)) {
        values.add(text.value());
      }
    }
    return values;
  }
}
