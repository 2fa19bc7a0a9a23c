package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Changes to a request before it is sent. */
public final class Rewrite extends View {
  /** Makes the view. */
  public Rewrite(At at) {
    super(at);
  }

  /** The new path, or what replaces the prefix that matched. */
  public @Nullable Text uri() {
    return text("uri");
  }

  /** The new host. */
  public @Nullable Text authority() {
    return name("authority");
  }

  /** A rewrite of the path by expression. */
  public RegexRewrite uriRegexRewrite() {
    return child("uriRegexRewrite", RegexRewrite::new);
  }
}
