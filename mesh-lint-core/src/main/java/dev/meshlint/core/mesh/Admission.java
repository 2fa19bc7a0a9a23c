package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.gatewayapi.AllowedNamespaces;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.value.LabelSelector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which namespaces Gateways admit routes and listener sets from. */
final class Admission {
  /** The label that every namespace has, with its own name. */
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final Namespaces namespaces;
  private final Kustomizations kustomizations;

  Admission(Namespaces namespaces, Kustomizations kustomizations) {
    this.namespaces = namespaces;
    this.kustomizations = kustomizations;
  }

  /**
   * Whether something may attach.
   *
   * @param allowed the setting
   * @param absent what its absence means: {@code Same} or {@code None}
   * @param holder the namespace of the Gateway or ListenerSet
   * @param client the namespace of what wants to attach
   */
  Same admits(AllowedNamespaces allowed, String absent, NamespaceRef holder, NamespaceRef client) {
    Text from = allowed.from();
    if (allowed.open() || (from != null && from.open())) {
      return Same.MAYBE;
    }
    return switch (from == null ? absent : from.value()) {
      case "All" -> Same.YES;
      case "None" -> Same.NO;
      case "Same" -> holder.same(client);
      case "Selector" -> selected(allowed.selector().known(), client);
      default -> Same.MAYBE;
    };
  }

  private Same selected(@Nullable LabelSelector selector, NamespaceRef client) {
    if (selector == null || !client.isNamed()) {
      return Same.MAYBE;
    }
    List<Namespace> objects = namespaces.objects(client);
    if (objects.isEmpty()) {
      boolean byName =
          selector.labels().keySet().stream().allMatch(NAME_LABEL::equals)
              && selector.expressions().stream().allMatch(one -> one.key().equals(NAME_LABEL));
      return !byName
          ? Same.MAYBE
          : selector.matches(Map.of(NAME_LABEL, client.name())) ? Same.YES : Same.NO;
    }
    Same result = Same.NO;
    for (Namespace object : objects) {
      Same one = matches(selector, object, client);
      if (one == Same.YES) {
        return Same.YES;
      }
      result = one == Same.MAYBE ? Same.MAYBE : result;
    }
    return result;
  }

  private Same matches(LabelSelector selector, Namespace object, NamespaceRef client) {
    Map<String, String> labels = new HashMap<>();
    boolean open =
        object.metadata().isOpen("labels") || kustomizations.isPatched(object.resource());
    for (Named<Text> label : object.metadata().labels()) {
      open |= label.key().open() || label.value().open();
      labels.put(label.name(), label.value().value());
    }
    labels.put(NAME_LABEL, client.name());
    if (selector.matches(labels)) {
      return Same.YES;
    }
    open |= !kustomizations.addedLabels(object.resource()).isEmpty();
    return open ? Same.MAYBE : Same.NO;
  }
}
