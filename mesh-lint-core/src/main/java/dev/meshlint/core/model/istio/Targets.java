package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.View;
import java.util.List;

/** The attachment of Istio's policies. */
final class Targets {
  private Targets() {}

  /** The {@code targetRefs}, or the older {@code targetRef}, of a spec. */
  static List<Reference> of(View spec) {
    Reference single = spec.child("targetRef", Reference::new);
    return single.present() ? List.of(single) : spec.list("targetRefs", Reference::new);
  }
}
