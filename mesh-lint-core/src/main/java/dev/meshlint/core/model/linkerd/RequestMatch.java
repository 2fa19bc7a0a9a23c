package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on a request. */
public final class RequestMatch extends View {
  /** Makes the view. */
  public RequestMatch(At at) {
    super(at);
  }

  /** An expression for the whole path. */
  public @Nullable Text pathRegex() {
    return raw("pathRegex");
  }

  /** The method. */
  public @Nullable Text method() {
    return text("method");
  }

  /** Conditions that must all hold. */
  public List<RequestMatch> all() {
    return list("all", RequestMatch::new);
  }

  /** Conditions of which one must hold. */
  public List<RequestMatch> any() {
    return list("any", RequestMatch::new);
  }

  /** Conditions that must not hold ({@code not}), whether written as one object or as a list. */
  public List<RequestMatch> not() {
    RequestMatch one = child("not", RequestMatch::new);
    return one.present() ? List.of(one) : list("not", RequestMatch::new);
  }
}
