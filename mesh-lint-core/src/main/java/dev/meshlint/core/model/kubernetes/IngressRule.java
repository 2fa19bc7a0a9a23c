package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of one host. */
public final class IngressRule extends View {
  /** Makes the view. */
  public IngressRule(At at) {
    super(at);
  }

  /** The host; null for all. */
  public @Nullable Text host() {
    return name("host");
  }

  /** The paths: {@code path}, {@code pathType}, {@code backend}. */
  public List<View> paths() {
    return child("http").list("paths");
  }
}
