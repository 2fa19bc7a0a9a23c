package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.ResourceView;

/** A WorkloadEntry of {@code networking.istio.io}. */
public final class WorkloadEntry extends ResourceView {
  /** Makes the view. */
  public WorkloadEntry(At at) {
    super(at);
  }

  /** The endpoint that it describes: its spec. */
  public WorkloadEndpoint endpoint() {
    return child("spec", WorkloadEndpoint::new);
  }
}
