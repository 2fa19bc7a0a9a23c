package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.List;

/** The networks of the mesh: key {@code meshNetworks} of the ConfigMap {@code istio}. */
public final class MeshNetworks extends View {
  /** Makes the view. */
  public MeshNetworks(At at) {
    super(at);
  }

  /** The networks that a ConfigMap holds; absent where it holds none. */
  public static MeshNetworks of(ConfigMap map) {
    return map.child("data").embedded("meshNetworks", MeshNetworks::new);
  }

  /** The networks, by name. */
  public List<Named<MeshNetwork>> networks() {
    return map("networks", MeshNetwork::new);
  }
}
