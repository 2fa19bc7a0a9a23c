package dev.meshlint.rules.istio.ambient;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;

/** Where to point at what a policy is for. */
final class Places {
  private Places() {}

  /** The selector, or the key of the whole specification where there is none. */
  static Located of(WorkloadSelecting policy) {
    if (policy.selector().present()) {
      return policy.selector();
    }
    return policy instanceof View view ? view.key("spec") : policy;
  }
}
