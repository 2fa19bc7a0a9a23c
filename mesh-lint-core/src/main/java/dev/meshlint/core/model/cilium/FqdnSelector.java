package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A DNS name: {@code toFQDNs[]} or {@code rules.dns[]}. */
public final class FqdnSelector extends View {
  /** Makes the view. */
  public FqdnSelector(At at) {
    super(at);
  }

  /** The name. */
  public @Nullable Text matchName() {
    return name("matchName");
  }

  /** The pattern, in which {@code *} stands for characters of a name but the dot. */
  public @Nullable Text matchPattern() {
    return name("matchPattern");
  }

  /** The name, or the pattern where there is none. */
  public @Nullable Text text() {
    Text name = matchName();
    return name == null ? matchPattern() : name;
  }
}
