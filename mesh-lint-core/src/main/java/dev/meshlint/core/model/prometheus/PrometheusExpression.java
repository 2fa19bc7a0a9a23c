package dev.meshlint.core.model.prometheus;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule: an alert, or a recorded series. */
public final class PrometheusExpression extends View {
  /** Makes the view. */
  public PrometheusExpression(At at) {
    super(at);
  }

  /** The name of the alert; null for recorded series. */
  public @Nullable Text alert() {
    return text("alert");
  }

  /** The name of the series; null for alerts. */
  public @Nullable Text record() {
    return text("record");
  }

  /** The PromQL expression. */
  public @Nullable Text expr() {
    return raw("expr");
  }

  /** How long the expression has to hold. */
  public @Nullable Text forDuration() {
    return text("for");
  }

  /** Labels that are added. */
  public List<Named<Text>> labels() {
    return entries("labels");
  }

  /** Texts for people; may hold templates. */
  public List<Named<Text>> annotations() {
    return entries("annotations");
  }
}
