package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A condition on a header. */
public final class HeaderMatch extends View {
  /** Makes the view. */
  public HeaderMatch(At at) {
    super(at);
  }

  /** The header. */
  public @Nullable Text name() {
    return text("name");
  }

  /** The value. */
  public @Nullable Text value() {
    return text("value");
  }

  /**
   * What happens otherwise: {@code LOG}, {@code ADD}, {@code DELETE} or {@code REPLACE};
   * absent denies the request.
   */
  public @Nullable Text mismatch() {
    return text("mismatch");
  }

  /** The secret that holds the value. */
  public Reference secret() {
    return child("secret", Reference::new);
  }
}
