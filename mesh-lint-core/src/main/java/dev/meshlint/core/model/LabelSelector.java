package dev.meshlint.core.model;

import dev.meshlint.core.value.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** The selector to match labels with; null where it is absent or a part of it cannot be relied on. */
  public final dev.meshlint.core.value.@Nullable LabelSelector known() {
    if (!present() || isOpen("matchLabels") || isOpen("matchExpressions")) {
      return null;
    }
    Map<String, String> labels = new LinkedHashMap<>();
    for (Named<Text> label : matchLabels()) {
      if (label.key().open() || label.value().open()) {
        return null;
      }
      labels.put(label.name(), label.value().value());
    }
    List<Requirement> expressions = new ArrayList<>();
    for (LabelRequirement requirement : matchExpressions()) {
      Requirement expression = requirement.known();
      if (expression == null) {
        return null;
      }
      expressions.add(expression);
    }
    return new dev.meshlint.core.value.LabelSelector(labels, expressions);
  }
}
