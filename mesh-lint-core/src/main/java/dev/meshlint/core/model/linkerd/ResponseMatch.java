package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.View;
import java.util.List;

/** A condition on a response. */
public final class ResponseMatch extends View {
  /** Makes the view. */
  public ResponseMatch(At at) {
    super(at);
  }

  /** The status. */
  public StatusRange status() {
    return child("status", StatusRange::new);
  }

  /** Conditions that must all hold. */
  public List<ResponseMatch> all() {
    return list("all", ResponseMatch::new);
  }

  /** Conditions of which one must hold. */
  public List<ResponseMatch> any() {
    return list("any", ResponseMatch::new);
  }

  /** A condition that must not hold. */
  public ResponseMatch not() {
    return child("not", ResponseMatch::new);
  }
}
