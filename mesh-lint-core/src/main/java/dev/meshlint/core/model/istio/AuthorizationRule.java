package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;

/** One rule: a source, an operation and all conditions must match. */
public final class AuthorizationRule extends View {
  /** Makes the view. */
  public AuthorizationRule(At at) {
    super(at);
  }

  /** The sources, one of which must match; empty for any. */
  public List<AuthorizationSource> from() {
    List<AuthorizationSource> sources = new ArrayList<>();
    for (View from : list("from")) {
      sources.add(from.child("source", AuthorizationSource::new));
    }
    return sources;
  }

  /** The operations, one of which must match; empty for any. */
  public List<AuthorizationOperation> to() {
    List<AuthorizationOperation> operations = new ArrayList<>();
    for (View to : list("to")) {
      operations.add(to.child("operation", AuthorizationOperation::new));
    }
    return operations;
  }

  /** The conditions, all of which must hold. */
  public List<AuthorizationCondition> when() {
    return list("when", AuthorizationCondition::new);
  }

  /** Whether it is certain that every request of everybody matches: nothing narrows it, or only {@code *}. */
  public boolean matchesEverything() {
    if (!present() || isOpen("from") || isOpen("to") || isOpen("when") || has("from")) {
      return false;
    }
    return when().isEmpty() && (!has("to") || hasOpenOperation());
  }

  private boolean hasOpenOperation() {
    for (AuthorizationOperation operation : to()) {
      if (operation.matchesEverything()) {
        return true;
      }
    }
    return false;
  }
}
