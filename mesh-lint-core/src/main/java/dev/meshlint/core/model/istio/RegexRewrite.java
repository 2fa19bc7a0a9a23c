package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A rewrite of the path by expression. */
public final class RegexRewrite extends View {
  /** Makes the view. */
  public RegexRewrite(At at) {
    super(at);
  }

  /** The RE2 expression. */
  public @Nullable Text match() {
    return raw("match");
  }

  /** What replaces a match. */
  public @Nullable Text rewrite() {
    return raw("rewrite");
  }
}
