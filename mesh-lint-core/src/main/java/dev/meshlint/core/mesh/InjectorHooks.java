package dev.meshlint.core.mesh;

import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.Webhook;
import dev.meshlint.core.model.kubernetes.WebhookConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The webhooks that inject sidecars. Source: the webhook configuration of chart istiod, whose selectors look at the labels
 * {@code istio-injection}, {@code istio.io/rev} and {@code sidecar.istio.io/inject}. Immutable.
 */
public final class InjectorHooks {
  /** A revision that no webhook names. */
  private static final String OTHER = "another";

  /** Nobody has more webhooks in one cluster; partners of a webhook are looked for among so many. */
  private static final int MOST_PARTNERS = 20;

  private final List<InjectorHook> hooks = new ArrayList<>();
  private final Nearness nearness;
  private final Namespaces namespaces;

  InjectorHooks(List<WebhookConfiguration> configurations, Mesh mesh) {
    this.nearness = mesh.nearness();
    this.namespaces = mesh.namespaces();
    for (WebhookConfiguration configuration : configurations) {
      boolean mutating = configuration.resource().kind().startsWith("Mutating");
      if (!mutating || mesh.kustomizations().isPatched(configuration.resource())) {
        continue;
      }
      for (Webhook webhook : configuration.webhooks()) {
        InjectorHook hook = InjectorHook.of(webhook);
        if (hook != null) {
          hooks.add(hook);
        }
      }
    }
    hooks.sort(Comparator.comparing(InjectorHook::toString));
  }

  /**
   * Two webhooks that take the same pods.
   *
   * @param hook the one
   * @param other the other one
   * @param together whether they are plainly applied together
   */
  public record Overlap(InjectorHook hook, InjectorHook other, boolean together) {}

  /** One for each webhook that shares pods with others. */
  public List<Overlap> overlaps() {
    Map<InjectorHook, Overlap> found = new LinkedHashMap<>();
    Map<String, List<InjectorHook>> naming = new LinkedHashMap<>();
    for (InjectorHook hook : hooks) {
      hook.revisions()
          .forEach(name -> naming.computeIfAbsent(name, any -> new ArrayList<>(2)).add(hook));
    }
    for (Pods pods : Pods.all()) {
      List<InjectorHook> ofOther = taking(pods, OTHER, hooks);
      note(ofOther, found);
      for (Map.Entry<String, List<InjectorHook>> entry : naming.entrySet()) {
        List<InjectorHook> taking =
            pods.revised() ? taking(pods, entry.getKey(), entry.getValue()) : List.of();
        if (!taking.isEmpty()) {
          for (InjectorHook hook : ofOther.subList(0, Math.min(ofOther.size(), MOST_PARTNERS))) {
            if (!hook.revisions().contains(entry.getKey())) {
              taking.add(hook);
            }
          }
        }
        note(taking, found);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<InjectorHook> taking(Pods pods, String revision, List<InjectorHook> among) {
    Map<String, String> namespace = pods.namespace(revision);
    Map<String, String> labels = pods.labels(revision);
    List<InjectorHook> taking = new ArrayList<>();
    for (InjectorHook hook : among) {
      if (hook.takes(namespace, labels)) {
        taking.add(hook);
      }
    }
    return taking;
  }

  private void note(List<InjectorHook> taking, Map<InjectorHook, Overlap> found) {
    for (InjectorHook hook : taking) {
      if (found.containsKey(hook)) {
        continue;
      }
      for (InjectorHook other : taking.subList(0, Math.min(taking.size(), MOST_PARTNERS))) {
        boolean same = hook.resource() == other.resource();
        if (!hook.equals(other) && (same || nearness.mayMeet(hook.resource(), other.resource()))) {
          boolean together = same || nearness.appliedTogether(hook.resource(), other.resource());
          found.put(hook, new Overlap(hook, other, together));
          break;
        }
      }
    }
  }

  /** Whether a webhook in view may take the pods of a workload, whatever its selectors look at. */
  public boolean mayTake(MeshWorkload workload) {
    Map<String, String> namespace = new HashMap<>();
    for (Namespace object : namespaces.objects(workload.namespace())) {
      object
          .metadata()
          .labels()
          .forEach(label -> namespace.put(label.name(), label.value().value()));
    }
    if (workload.namespace().isNamed()) {
      namespace.putIfAbsent("kubernetes.io/metadata.name", workload.namespace().name());
    }
    int most = Math.min(hooks.size(), MOST_PARTNERS);
    for (InjectorHook hook : hooks.subList(0, most)) {
      if (hook.takes(namespace, workload.labels())) {
        return true;
      }
    }
    return most < hooks.size();
  }

  /** The webhooks, in the order of their names. */
  List<InjectorHook> all() {
    return hooks;
  }

  /**
   * Pods as the selectors see them.
   *
   * @param injection the label of the namespace, or empty
   * @param inject the label of the pod, or empty
   * @param namespaceRevision whether the namespace names a revision
   * @param podRevision whether the pod names one
   */
  private record Pods(
      String injection, String inject, boolean namespaceRevision, boolean podRevision) {
    static List<Pods> all() {
      List<Pods> all = new ArrayList<>();
      for (String injection : List.of("", "enabled", "disabled")) {
        for (String inject : List.of("", "true", "false")) {
          all.add(new Pods(injection, inject, false, false));
          all.add(new Pods(injection, inject, true, false));
          all.add(new Pods(injection, inject, false, true));
          all.add(new Pods(injection, inject, true, true));
        }
      }
      return all;
    }

    boolean revised() {
      return namespaceRevision || podRevision;
    }

    Map<String, String> namespace(String revision) {
      return labels(Injection.NAMESPACE_INJECTION, injection, namespaceRevision ? revision : "");
    }

    Map<String, String> labels(String revision) {
      return labels(Injection.INJECT, inject, podRevision ? revision : "");
    }

    private static Map<String, String> labels(String key, String value, String revision) {
      Map<String, String> labels = new HashMap<>();
      if (!value.isEmpty()) {
        labels.put(key, value);
      }
      if (!revision.isEmpty()) {
        labels.put(Injection.REVISION, revision);
      }
      return labels;
    }
  }
}
