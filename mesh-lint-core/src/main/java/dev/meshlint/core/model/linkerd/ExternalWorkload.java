package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ExternalWorkload of {@code workload.linkerd.io}: a machine outside the cluster. */
public final class ExternalWorkload extends ResourceView {
  /** Makes the view. */
  public ExternalWorkload(At at) {
    super(at);
  }

  /** The ports. */
  public List<ExternalPort> ports() {
    return spec().list("ports", ExternalPort::new);
  }

  /** The addresses ({@code workloadIPs[].ip}). */
  public List<Text> addresses() {
    List<Text> all = new ArrayList<>();
    for (View address : spec().list("workloadIPs")) {
      Text ip = address.name("ip");
      if (ip != null) {
        all.add(ip);
      }
    }
    return all;
  }

  /** The identity of its proxy ({@code meshTLS.identity}, in older versions {@code meshTls}). */
  public @Nullable Text identity() {
    Text identity = spec().child("meshTLS").name("identity");
    return identity == null ? spec().child("meshTls").name("identity") : identity;
  }
}
