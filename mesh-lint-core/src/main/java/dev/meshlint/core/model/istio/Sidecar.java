package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;

/** A Sidecar of {@code networking.istio.io}. */
public final class Sidecar extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public Sidecar(At at) {
    super(at);
  }

  /** What the workloads may speak to; empty means everything. */
  public List<EgressListener> egress() {
    return spec().list("egress", EgressListener::new);
  }

  /** What the workloads listen on; empty means all ports. */
  public List<IngressListener> ingress() {
    return spec().list("ingress", IngressListener::new);
  }

  /** Limits on inbound connections. */
  public ConnectionPool inboundConnectionPool() {
    return spec().child("inboundConnectionPool", ConnectionPool::new);
  }

  /** What happens to traffic to unknown hosts. */
  public OutboundTrafficPolicy outboundTrafficPolicy() {
    return spec().child("outboundTrafficPolicy", OutboundTrafficPolicy::new);
  }

  /** The workloads that it is for ({@code workloadSelector.labels}); absent for the whole namespace. */
  @Override
  public WorkloadSelector selector() {
    return spec().child("workloadSelector").child("labels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return List.of();
  }
}
