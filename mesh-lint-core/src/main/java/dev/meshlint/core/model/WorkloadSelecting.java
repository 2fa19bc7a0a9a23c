package dev.meshlint.core.model;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import java.util.List;

/** A resource that applies to the workloads that its selector selects. */
public interface WorkloadSelecting extends Located {
  @Override
  Resource resource();

  /** The labels by which it selects workloads. */
  WorkloadSelector selector();

  /**
   * The gateways, services and the like that it is attached to instead; empty for kinds that cannot be attached. The
   * older {@code targetRef} is the only entry where it is written.
   */
  List<Reference> targetRefs();
}
