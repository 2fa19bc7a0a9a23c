package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shares of the traffic from one locality. */
public final class LocalityDistribution extends View {
  /** Makes the view. */
  public LocalityDistribution(At at) {
    super(at);
  }

  /** The clients' locality, {@code region/zone/subzone}; may end in {@code *}. */
  public @Nullable Text from() {
    return name("from");
  }

  /** The percentage for each locality. */
  public List<Named<Text>> to() {
    return entries("to");
  }
}
