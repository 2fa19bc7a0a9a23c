package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;

/** A PeerAuthentication of {@code security.istio.io}. */
public final class PeerAuthentication extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public PeerAuthentication(At at) {
    super(at);
  }

  /** The setting for all ports. */
  public Mtls mtls() {
    return spec().child("mtls", Mtls::new);
  }

  /** The settings for single ports of the workload, by number; only with a selector. */
  public List<Named<Mtls>> portLevelMtls() {
    return spec().map("portLevelMtls", Mtls::new);
  }

  @Override
  public WorkloadSelector selector() {
    return spec().child("selector").child("matchLabels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return List.of();
  }
}
