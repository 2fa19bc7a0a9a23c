package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The networks of the mesh. */
public final class MeshNetworks extends View {
  /** Makes the view. */
  public MeshNetworks(At at) {
    super(at);
  }

  /**
   * The networks that a resource holds: a file of networks, key {@code meshNetworks} of the ConfigMap {@code istio} or {@code
   * istio-REVISION}, or {@code global.meshNetworks} in the values of Istio's charts; null where it holds none.
   */
  public static @Nullable MeshNetworks of(View view) {
    MeshNetworks networks = null;
    if (view instanceof MeshNetworks file) {
      networks = file;
    } else if (view instanceof ConfigMap map && MeshConfig.isHolder(map)) {
      networks = map.child("data").embedded("meshNetworks", MeshNetworks::new);
    } else {
      IstioValues values = IstioValues.of(view);
      networks = values == null ? null : values.global().child("meshNetworks", MeshNetworks::new);
    }
    return networks != null && networks.present() ? networks : null;
  }

  /** The networks, by name. In the values of charts nothing stands around them. */
  public List<Named<MeshNetwork>> networks() {
    return has("networks") ? map("networks", MeshNetwork::new) : map(MeshNetwork::new);
  }
}
