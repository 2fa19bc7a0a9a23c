package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.value.LabelSelector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether selectors of namespaces select them, as far as the files show their labels. Immutable. */
final class NamespaceLabels {
  /** The label that every namespace has, with its own name. */
  static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final Namespaces namespaces;
  private final Kustomizations kustomizations;

  NamespaceLabels(Namespaces namespaces, Kustomizations kustomizations) {
    this.namespaces = namespaces;
    this.kustomizations = kustomizations;
  }

  /** Whether a selector selects a namespace; alternatives of its Namespace object need not agree. */
  Same selectedBy(@Nullable LabelSelector selector, NamespaceRef namespace) {
    if (selector == null || !namespace.isNamed()) {
      return Same.MAYBE;
    }
    List<Namespace> objects = namespaces.objects(namespace);
    if (objects.isEmpty()) {
      boolean byName =
          selector.labels().keySet().stream().allMatch(NAME_LABEL::equals)
              && selector.expressions().stream().allMatch(one -> one.key().equals(NAME_LABEL));
      return !byName
          ? Same.MAYBE
          : selector.matches(Map.of(NAME_LABEL, namespace.name())) ? Same.YES : Same.NO;
    }
    Same result = Same.NO;
    for (Namespace object : objects) {
      Same one = matches(selector, object, namespace);
      if (one == Same.YES) {
        return Same.YES;
      }
      result = one == Same.MAYBE ? Same.MAYBE : result;
    }
    return result;
  }

  private Same matches(LabelSelector selector, Namespace object, NamespaceRef namespace) {
    Map<String, String> labels = new HashMap<>();
    boolean open =
        object.metadata().isOpen("labels") || kustomizations.isPatched(object.resource());
    for (Named<Text> label : object.metadata().labels()) {
      open |= label.key().open() || label.value().open();
      labels.put(label.name(), label.value().value());
    }
    labels.put(NAME_LABEL, namespace.name());
    if (selector.matches(labels)) {
      return Same.YES;
    }
    open |= !kustomizations.addedLabels(object.resource()).isEmpty();
    return open ? Same.MAYBE : Same.NO;
  }
}
