package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of Istio's charts: in installer input, and as the injector keeps them in its ConfigMap. Source: the values of
 * chart istiod.
 */
public final class IstioValues extends View {
  /** Makes the view. */
  public IstioValues(At at) {
    super(at);
  }

  /**
   * The values that a resource holds: a file of values, key {@code values} of the ConfigMap {@code istio-sidecar-injector} or {@code
   * istio-sidecar-injector-REVISION}, or {@code spec.values} of an IstioOperator or an Istio; null where it holds none.
   */
  public static @Nullable IstioValues of(View view) {
    IstioValues values = null;
    if (view instanceof IstioValues file) {
      values = file;
    } else if (view instanceof ConfigMap map && InjectorConfig.isInjector(map)) {
      values = map.child("data").embedded("values", IstioValues::new);
    } else if (view instanceof IstioOperator operator) {
      values = operator.values().as(IstioValues::new);
    } else if (view instanceof Istio istio) {
      values = istio.values().as(IstioValues::new);
    }
    return values != null && values.present() ? values : null;
  }

  /** The values that the chart of the control plane is given; empty for any other chart. */
  public static List<IstioValues> of(ChartInstallation chart) {
    return chart.name().equals("istiod")
        ? chart.values().stream().map(values -> values.as(IstioValues::new)).toList()
        : List.of();
  }

  /** The values for the injector. */
  public InjectorValues injector() {
    return child("sidecarInjectorWebhook", InjectorValues::new);
  }

  /** The mesh configuration. */
  public MeshConfig meshConfig() {
    return child("meshConfig", MeshConfig::new);
  }

  /** What holds for all charts. */
  public View global() {
    return child("global");
  }

  /** The resources of sidecars: {@code requests} and {@code limits}. */
  public View proxyResources() {
    return global().child("proxy").child("resources");
  }

  /** The revision of the control plane; absent or empty for the default one. */
  public @Nullable Text revision() {
    return name("revision");
  }

  /** Other names of this revision. */
  public List<Text> revisionTags() {
    return names("revisionTags");
  }

  /** The name of the cluster in a mesh of several. */
  public @Nullable Text clusterName() {
    return global().child("multiCluster").name("clusterName");
  }
}
