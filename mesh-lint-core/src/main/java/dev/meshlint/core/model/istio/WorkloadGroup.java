package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.View;

/** A WorkloadGroup of {@code networking.istio.io}. */
public final class WorkloadGroup extends ResourceView {
  /** Makes the view. */
  public WorkloadGroup(At at) {
    super(at);
  }

  /** Labels and annotations of the WorkloadEntries made from it ({@code spec.metadata}). */
  public Metadata workloadMetadata() {
    return spec().child("metadata", Metadata::new);
  }

  /** What WorkloadEntries made from it have in common. */
  public WorkloadEndpoint template() {
    return spec().child("template", WorkloadEndpoint::new);
  }

  /** The readiness probe. */
  public View probe() {
    return spec().child("probe");
  }
}
