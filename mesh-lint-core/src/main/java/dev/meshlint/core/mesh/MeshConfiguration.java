package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mesh-wide configuration as far as it is in view, and Istio's defaults where it is not. Source: Istio's reference of
 * MeshConfig. Immutable.
 */
public final class MeshConfiguration {
  private final MeshSettings settings;
  private final List<View> configurations;

  MeshConfiguration(MeshSettings settings, List<View> configurations) {
    this.settings = settings;
    this.configurations = List.copyOf(configurations);
  }

  /** What the configuration of the run says. */
  public MeshSettings settings() {
    return settings;
  }

  /** The mesh configurations in view: ConfigMap {@code istio}, IstioOperator; several for several revisions. */
  public List<View> views() {
    return configurations;
  }

  /** Whether a mesh configuration is in view. */
  public boolean inView() {
    return !configurations.isEmpty();
  }

  /** The namespace whose policies hold for the whole mesh. */
  public String rootNamespace() {
    return name("rootNamespace", "istio-system");
  }

  /** The cluster's domain. */
  public String clusterDomain() {
    return HostName.DEFAULT_CLUSTER_DOMAIN;
  }

  /** The cluster's domain, or empty where nothing in view tells it. */
  String clusterDomainOrEmpty() {
    return "";
  }

  /** The trust domain and its aliases; empty where none is in view. */
  public List<String> trustDomains() {
    List<String> domains = new ArrayList<>();
    for (View configuration : configurations) {
      Text domain = configuration.name("trustDomain");
      if (domain != null && !domain.open()) {
        domains.add(domain.value());
      }
      for (Text alias : configuration.names("trustDomainAliases")) {
        domains.add(alias.value());
      }
    }
    return domains;
  }

  /** Whether a configuration in view switches automatic mutual TLS off. */
  public boolean disablesAutoMtls() {
    for (View configuration : configurations) {
      Text flag = configuration.text("enableAutoMtls");
      if (flag != null && flag.value().toLowerCase(Locale.ROOT).equals("false")) {
        return true;
      }
    }
    return false;
  }

  List<String> defaultServiceExportTo() {
    return texts("defaultServiceExportTo");
  }

  List<String> defaultVirtualServiceExportTo() {
    return texts("defaultVirtualServiceExportTo");
  }

  List<String> defaultDestinationRuleExportTo() {
    return texts("defaultDestinationRuleExportTo");
  }

  private List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (View configuration : configurations) {
      for (Text text : configuration.texts(key)) {
        texts.add(text.value());
      }
    }
    return texts;
  }

  private String name(String key, String standard) {
    for (View configuration : configurations) {
      Text text = configuration.name(key);
      if (text != null && !text.open()) {
        return text.value();
      }
    }
    return standard;
  }

  /** The first value of a field of the mesh configuration, or null. */
  public @Nullable Text text(String key) {
    for (View configuration : configurations) {
      Text text = configuration.text(key);
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
