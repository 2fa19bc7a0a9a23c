package dev.meshlint.core.model;

import java.util.List;

/**
 * A Kubernetes label selector: {@code matchLabels} and {@code matchExpressions}, all of which
 * must hold.
 */
public class LabelSelector extends View {
  /** Makes the view. */
  public LabelSelector(At at) {
    super(at);
  }

  /** The labels that an object must have. */
  public final List<Named<Text>> matchLabels() {
    return entries("matchLabels");
  }

  /** Further requirements. */
  public final List<LabelRequirement> matchExpressions() {
    return list("matchExpressions", LabelRequirement::new);
  }

  /** Whether the selector is there and nothing narrows it. */
  public final boolean selectsAll() {
    return present()
        && !isOpen("matchLabels")
        && !isOpen("matchExpressions")
        && matchLabels().isEmpty()
        && matchExpressions().isEmpty();
  }
}
