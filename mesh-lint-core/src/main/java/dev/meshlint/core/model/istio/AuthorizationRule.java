package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

  /** Adds the places where some part of it asks for something that only HTTP requests have. */
  void addHttpUses(List<Located> uses) {
    for (AuthorizationSource source : from()) {
      source.addHttpUses(uses);
    }
    for (AuthorizationOperation operation : to()) {
      operation.addHttpUses(uses);
    }
    for (AuthorizationCondition condition : when()) {
      Text key = condition.key();
      if (key != null && key.value().startsWith("request.")) {
        uses.add(condition);
      }
    }
  }

  /** Whether it asks for something that only HTTP requests have, so that no other connection can match. */
  public boolean needsHttp() {
    for (AuthorizationCondition condition : when()) {
      Text key = condition.key();
      if (key != null && key.value().startsWith("request.")) {
        return true;
      }
    }
    return all(from(), AuthorizationSource::needsHttp)
        || all(to(), AuthorizationOperation::needsHttp);
  }

  private static <T> boolean all(List<T> parts, Predicate<T> test) {
    for (T part : parts) {
      if (!test.test(part)) {
        return false;
      }
    }
    return !parts.isEmpty();
  }

  /** Whether it names ports, in operations or conditions. */
  public boolean narrowsPorts() {
    for (AuthorizationCondition condition : when()) {
      Text key = condition.key();
      if (key != null && key.is("destination.port")) {
        return true;
      }
    }
    for (AuthorizationOperation operation : to()) {
      if (operation.has("ports") || operation.has("notPorts")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether, in a {@code DENY} policy, nothing is left of it for connections without HTTP: what it asks of requests is
   * ignored there, and the rule denies them all.
   */
  public boolean ignoresTcp() {
    boolean onlyTokens = all(from(), source -> !source.narrowsConnections());
    return !narrowsPorts() && (to().isEmpty() ? onlyTokens : needsHttp());
  }
}
