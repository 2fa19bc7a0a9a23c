package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named part of a host's endpoints. */
public final class Subset extends View {
  /** Makes the view. */
  public Subset(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return name("name");
  }

  /** The labels that the endpoints must have; empty for all. */
  public List<Named<Text>> labels() {
    return entries("labels");
  }

  /** Settings that win over those of the host. */
  public TrafficPolicy trafficPolicy() {
    return child("trafficPolicy", TrafficPolicy::new);
  }
}
