package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configuration of the sidecar injector: key {@code config} of the ConfigMap {@code istio-sidecar-injector}. */
public final class InjectorConfig extends View {
  private static final String NAME = "istio-sidecar-injector";

  /** The fields of the configuration, and of the injector's values, that list selectors of pods, any of which will do. */
  public static final List<String> SELECTORS =
      List.of("neverInjectSelector", "alwaysInjectSelector");

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

  /** Whether pods are injected where nothing else is said: {@code enabled} or {@code disabled}. */
  public @Nullable Text policy() {
    return text("policy");
  }

  /** The texts of an injector's ConfigMap that it reads as YAML, by their keys. */
  public static List<Named<Text>> texts(ConfigMap map) {
    List<Named<Text>> texts = new ArrayList<>(2);
    for (Named<Text> entry : map.data()) {
      if (entry.name().equals("config") || entry.name().equals("values")) {
        texts.add(entry);
      }
    }
    return texts;
  }
}
