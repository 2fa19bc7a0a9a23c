package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Webhook;
import dev.meshlint.core.value.LabelSelector;
import dev.meshlint.core.value.LabelSelector.Operator;
import dev.meshlint.core.value.LabelSelector.Requirement;
import dev.meshlint.core.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that injects sidecars, and the pods that it takes.
 *
 * @param webhook the webhook
 * @param namespaces the labels of the namespaces that it takes
 * @param objects the labels of the pods that it takes
 */
public record InjectorHook(Webhook webhook, LabelSelector namespaces, LabelSelector objects)
    implements Located {
  /** Null for a webhook that is not Istio's, is not for pods, or whose pods cannot be told. */
  static @Nullable InjectorHook of(Webhook webhook) {
    LabelSelector namespaces = selector(webhook.namespaceSelector());
    LabelSelector objects = selector(webhook.objectSelector());
    return namespaces == null
            || objects == null
            || webhook.has("matchConditions")
            || !webhook.isIstios()
            || !isForPods(webhook)
        ? null
        : new InjectorHook(webhook, namespaces, objects);
  }

  private static @Nullable LabelSelector selector(dev.meshlint.core.model.LabelSelector view) {
    return view.present() || view.open() ? view.known() : LabelSelector.EVERYTHING;
  }

  private static boolean isForPods(Webhook webhook) {
    List<View> rules = webhook.rules();
    for (View rule : rules) {
      boolean pods = false;
      for (Text resource : rule.texts("resources")) {
        pods |= resource.value().equals("pods") || resource.value().startsWith("*");
      }
      boolean create = !rule.has("operations");
      for (Text operation : rule.texts("operations")) {
        create |= operation.value().equals("CREATE") || operation.value().equals("*");
      }
      if (pods && create) {
        return true;
      }
    }
    return rules.isEmpty();
  }

  /** Whether it takes a pod with these labels in a namespace with those. */
  boolean takes(Map<String, String> namespace, Map<String, String> pod) {
    return namespaces.matches(namespace) && objects.matches(pod);
  }

  /** The revisions and tags that its selectors name, whether it takes them or leaves them out. */
  Set<String> revisions() {
    Set<String> all = new LinkedHashSet<>(takenRevisions());
    for (LabelSelector selector : List.of(namespaces, objects)) {
      for (Requirement requirement : selector.expressions()) {
        if (requirement.key().equals(Injection.REVISION)) {
          all.addAll(requirement.values());
        }
      }
    }
    return all;
  }

  /** The revisions and tags that it takes by name. */
  Set<String> takenRevisions() {
    Set<String> all = new LinkedHashSet<>();
    for (LabelSelector selector : List.of(namespaces, objects)) {
      String label = selector.labels().get(Injection.REVISION);
      if (label != null) {
        all.add(label);
      }
      for (Requirement requirement : selector.expressions()) {
        if (requirement.key().equals(Injection.REVISION) && requirement.operator() == Operator.IN) {
          all.addAll(requirement.values());
        }
      }
    }
    return all;
  }

  @Override
  public Resource resource() {
    return webhook.resource();
  }

  @Override
  public YamlNode node() {
    return webhook.node();
  }

  /** {@code "rev.namespace.sidecar-injector.istio.io" of MutatingWebhookConfiguration istio-sidecar-injector}. */
  @Override
  public String toString() {
    return "\"" + webhook.name() + "\" of " + resource().title();
  }
}
