package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.List;

/** The configuration of the sidecar injector: key {@code config} of the ConfigMap {@code istio-sidecar-injector}. */
public final class InjectorConfig extends View {
  private static final String NAME = "istio-sidecar-injector";

  /** Makes the view. */
  public InjectorConfig(At at) {
    super(at);
  }

  /** Whether a ConfigMap is that of the injector of some revision. */
  public static boolean isInjector(ConfigMap map) {
    String name = map.resource().name();
    return name.equals(NAME) || name.startsWith(NAME + "-");
  }

  /** The configuration that a ConfigMap holds; absent where it holds none. */
  public static InjectorConfig of(ConfigMap map) {
    return map.child("data").embedded("config", InjectorConfig::new);
  }

  /** Pods that are not injected whatever the policy says. */
  public List<LabelSelector> neverInjectSelector() {
    return list("neverInjectSelector", LabelSelector::new);
  }

  /** Pods that are injected whatever the policy says. */
  public List<LabelSelector> alwaysInjectSelector() {
    return list("alwaysInjectSelector", LabelSelector::new);
  }
}
