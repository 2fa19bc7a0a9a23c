package dev.meshlint.core.model.prometheus;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of rules that are evaluated together. */
public final class RuleGroup extends View {
  /** Makes the view. */
  public RuleGroup(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return text("name");
  }

  /** How often it is evaluated. */
  public @Nullable Text interval() {
    return text("interval");
  }

  /** The rules. */
  public List<PrometheusExpression> rules() {
    return list("rules", PrometheusExpression::new);
  }
}
