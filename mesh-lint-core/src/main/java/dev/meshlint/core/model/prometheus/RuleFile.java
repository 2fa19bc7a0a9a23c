package dev.meshlint.core.model.prometheus;

import dev.meshlint.core.model.ResourceView;
import java.util.List;

/** Rules as Prometheus itself reads them: a file of their own, or one inside a ConfigMap. */
public final class RuleFile extends ResourceView {
  /** Makes the view. */
  public RuleFile(At at) {
    super(at);
  }

  /** The groups. */
  public List<RuleGroup> groups() {
    return list("groups", RuleGroup::new);
  }
}
