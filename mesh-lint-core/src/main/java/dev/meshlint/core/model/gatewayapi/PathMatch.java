package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A condition on the path. */
public final class PathMatch extends View {
  /** Makes the view. */
  public PathMatch(At at) {
    super(at);
  }

  /**
   * {@code Exact}, {@code PathPrefix} or {@code RegularExpression}; absent means
   * {@code PathPrefix}.
   */
  public @Nullable Text type() {
    return text("type");
  }

  /** The path or the expression; absent means {@code /}. */
  public @Nullable Text value() {
    return raw("value");
  }

  /**
   * Whether a path may meet the condition; true also where the condition is an expression, or not known.
   *
   * @param path the path of a request; its query does not count
   */
  public boolean mayMatch(String path) {
    Text type = type();
    Text value = value();
    boolean exact = type != null && type.is("Exact");
    if (isOpen("value") || (type != null && !exact && !type.is("PathPrefix"))) {
      return true;
    }
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    String wanted = value == null ? "/" : value.value();
    if (exact) {
      return plain.equals(wanted);
    }
    String prefix = wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted;
    return plain.equals(prefix) || plain.startsWith(prefix + "/");
  }
}
