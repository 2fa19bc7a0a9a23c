package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.istio.MeshConfig;
import dev.meshlint.core.model.istio.ProxyConfig;
import dev.meshlint.core.model.istio.ProxySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many threads a proxy is told to use ({@code concurrency}), and the processor time that the same hand gives it.
 *
 * @param at where the number is written
 * @param threads the number; 0 stands for all cores of the node
 * @param limit the limit of its processor time; null where none is written beside it
 */
public record ProxyThreads(Located at, int threads, @Nullable Text limit) {
  private static final String INJECTOR = "istio-sidecar-injector";

  /** The numbers that mesh configurations, ProxyConfigs and pods write. */
  public static List<ProxyThreads> all(Mesh mesh) {
    List<ProxyThreads> all = new ArrayList<>();
    Map<List<String>, IstioValues> values = new HashMap<>();
    for (IstioValues one : mesh.configuration().values()) {
      values.put(controlPlane(one.resource()), one);
    }
    for (MeshConfig config : mesh.configuration().views()) {
      IstioValues beside = values.get(controlPlane(config.resource()));
      Text limit = beside == null ? null : beside.proxyResources().child("limits").text("cpu");
      add(config.defaultConfig(), limit, all);
    }
    for (PodMetadata pods : PodMetadata.all(mesh)) {
      Text settings = pods.metadata().annotation("proxy.istio.io/config");
      if (settings != null) {
        add(
            settings.yaml(ProxySettings::new),
            pods.metadata().annotation("sidecar.istio.io/proxyCPULimit"),
            all);
      }
    }
    for (ProxyConfig config : mesh.all(ProxyConfig.class)) {
      add(config.spec().as(ProxySettings::new), null, all);
    }
    return all;
  }

  /** What tells which control plane a resource belongs to: both ConfigMaps of one bear the same revision. */
  private static List<String> controlPlane(Resource resource) {
    String name = resource.name();
    if (name.startsWith(INJECTOR)) {
      name = "istio" + name.substring(INJECTOR.length());
    }
    return List.of(resource.kind(), resource.namespace().name(), name);
  }

  private static void add(ProxySettings proxy, @Nullable Text limit, List<ProxyThreads> all) {
    Integer threads = proxy.concurrency();
    if (threads != null) {
      all.add(new ProxyThreads(proxy.at("concurrency"), threads, limit));
    }
  }
}
