package dev.meshlint.core.model.prometheus;

import dev.meshlint.core.model.ResourceView;
import java.util.List;

/**
 * A PrometheusRule of {@code monitoring.coreos.com}. Rule files and ConfigMaps hold the same
 * groups without the object around them.
 */
public final class PrometheusRule extends ResourceView {
  /** Makes the view. */
  public PrometheusRule(At at) {
    super(at);
  }

  /** The groups. */
  public List<RuleGroup> groups() {
    return spec().list("groups", RuleGroup::new);
  }
}
