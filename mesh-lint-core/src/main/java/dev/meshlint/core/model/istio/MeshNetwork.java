package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;

/** One network. */
public final class MeshNetwork extends View {
  /** Makes the view. */
  public MeshNetwork(At at) {
    super(at);
  }

  /** What is in it: {@code fromRegistry} or {@code fromCidr}. */
  public List<View> endpoints() {
    return list("endpoints");
  }

  /** The clusters whose endpoints are in it ({@code fromRegistry}). */
  public List<Text> registries() {
    List<Text> registries = new ArrayList<>();
    for (View endpoint : endpoints()) {
      Text registry =
          endpoint.name(endpoint.has("fromRegistry") ? "fromRegistry" : "from_registry");
      if (registry != null) {
        registries.add(registry);
      }
    }
    return registries;
  }

  /**
   * The ways into it: {@code address} or {@code registryServiceName}, {@code port}, {@code
   * locality}.
   */
  public List<View> gateways() {
    return list("gateways");
  }
}
