package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;

/** A RequestAuthentication of {@code security.istio.io}. */
public final class RequestAuthentication extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public RequestAuthentication(At at) {
    super(at);
  }

  /** The tokens that are accepted. */
  public List<JwtRule> jwtRules() {
    return spec().list("jwtRules", JwtRule::new);
  }

  @Override
  public WorkloadSelector selector() {
    return spec().child("selector").child("matchLabels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return Targets.of(spec());
  }
}
