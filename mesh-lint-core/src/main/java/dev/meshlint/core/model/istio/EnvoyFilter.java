package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An EnvoyFilter of {@code networking.istio.io}. */
public final class EnvoyFilter extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public EnvoyFilter(At at) {
    super(at);
  }

  /** The patches, in order. */
  public List<EnvoyPatch> configPatches() {
    return spec().list("configPatches", EnvoyPatch::new);
  }

  /** The order among filters; absent means 0. */
  public @Nullable Integer priority() {
    return spec().integer("priority");
  }

  /** The workloads that it is for ({@code workloadSelector.labels}); absent for the whole namespace. */
  @Override
  public WorkloadSelector selector() {
    return spec().child("workloadSelector").child("labels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return Targets.of(spec());
  }
}
