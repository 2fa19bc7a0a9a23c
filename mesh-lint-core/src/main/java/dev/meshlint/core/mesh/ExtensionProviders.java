package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ExtensionProvider;
import dev.meshlint.core.model.istio.MeshConfig;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The providers for telemetry and authorization that the mesh configurations in view define. Source: Istio's reference of
 * MeshConfig, type ExtensionProvider. Immutable.
 */
public final class ExtensionProviders {
  /** Those that Istio defines itself. */
  private static final Set<String> BUILT_IN = Set.of("prometheus", "stackdriver", "envoy");

  private final MeshConfiguration configuration;
  private final Map<String, List<ExtensionProvider>> byName = new LinkedHashMap<>();
  private final boolean open;

  ExtensionProviders(MeshConfiguration configuration) {
    this.configuration = configuration;
    boolean unknown = false;
    for (MeshConfig config : configuration.views()) {
      unknown |= config.open() || config.isOpen("extensionProviders");
      for (ExtensionProvider provider : config.extensionProviders()) {
        Text name = provider.name();
        unknown |= name == null || name.open();
        if (name != null) {
          byName.computeIfAbsent(name.value(), any -> new ArrayList<>(1)).add(provider);
        }
      }
    }
    this.open = unknown;
  }

  /** All of them, in the order of the files. */
  public List<ExtensionProvider> all() {
    List<ExtensionProvider> all = new ArrayList<>();
    byName.values().forEach(all::addAll);
    return all;
  }

  /**
   * The provider with this name.
   *
   * @return absent by near miss, and on the evidence of the mesh configuration where just one is in view
   */
  public Answer<ExtensionProvider> find(Text name) {
    if (name.open()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    List<ExtensionProvider> found = byName.get(name.value());
    if (found != null) {
      return new Found<>(found);
    }
    if (open || BUILT_IN.contains(name.value())) {
      return new Unknown<>(open ? Why.PLACEHOLDER : Why.DECLARED_ELSEWHERE);
    }
    String near = NearMiss.nearest(name.value(), byName.keySet());
    if (near != null) {
      return new Absent<>(
          Evidence.NEAR_MISS, List.copyOf(byName.getOrDefault(near, List.of())), near);
    }
    if (configuration.settings().world() == World.CLOSED) {
      return new Absent<>(Evidence.CLOSED, List.of(), null);
    }
    List<MeshConfig> configs = configuration.views();
    boolean decided = configs.size() == 1 && configs.get(0).has("extensionProviders");
    List<Located> looked = decided ? List.of(configs.get(0).key("extensionProviders")) : List.of();
    return decided
        ? new Absent<>(
            Evidence.SAME_OBJECT, looked, NearMiss.suggestion(name.value(), byName.keySet()))
        : new Unknown<>(Why.NOT_IN_VIEW);
  }
}
