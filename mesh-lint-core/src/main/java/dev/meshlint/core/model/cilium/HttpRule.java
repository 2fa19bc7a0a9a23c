package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on HTTP requests: all parts must hold. */
public final class HttpRule extends View {
  /** Makes the view. */
  public HttpRule(At at) {
    super(at);
  }

  /** An expression for the whole method. */
  public @Nullable Text method() {
    return raw("method");
  }

  /** An expression for the whole path. */
  public @Nullable Text path() {
    return raw("path");
  }

  /** An expression for the whole host. */
  public @Nullable Text host() {
    return raw("host");
  }

  /** Headers that must be there, as {@code Name} or {@code Name: value}. */
  public List<Text> headers() {
    return raws("headers");
  }

  /** Headers that must match, or that are mended. */
  public List<HeaderMatch> headerMatches() {
    return list("headerMatches", HeaderMatch::new);
  }
}
