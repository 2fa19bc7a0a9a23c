package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;

/** A Gateway of {@code networking.istio.io}. */
public final class Gateway extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public Gateway(At at) {
    super(at);
  }

  /** The servers. */
  public List<Server> servers() {
    return spec().list("servers", Server::new);
  }

  /** The gateway workloads that serve it; absent for all gateways. */
  @Override
  public WorkloadSelector selector() {
    return spec().child("selector", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return List.of();
  }
}
