package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.WorkloadEntry;
import dev.meshlint.core.model.istio.WorkloadGroup;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whatever makes pods or stands for one: anything with a pod template, a WorkloadEntry or WorkloadGroup, or the proxy that
 * a controller runs for a Gateway of the Gateway API.
 *
 * <p>Immutable to its users.
 */
public final class MeshWorkload implements Located {
  private final View view;
  private final Optional<PodTemplate> template;
  private final Map<String, String> labels;
  private final boolean open;

  // What Injection and LinkerdInjection decided; threads may decide the same twice.
  Injection.@Nullable Decision injection;
  LinkerdInjection.@Nullable Decision linkerdInjection;

  private MeshWorkload(
      View view, Optional<PodTemplate> template, Map<String, String> labels, boolean open) {
    this.view = view;
    this.template = template;
    this.labels = labels;
    this.open = open;
  }

  static MeshWorkload of(Workload workload, Kustomizations kustomizations) {
    PodTemplate template = workload.template();
    Map<String, String> labels = map(template.labels());
    boolean open =
        isOpen(template.labels())
            || template.metadata().isOpen("labels")
            || !template.present()
            || kustomizations.isPatched(workload.resource());
    for (Map.Entry<String, Set<String>> added :
        kustomizations.addedPodLabels(workload.resource()).entrySet()) {
      labels.put(added.getKey(), added.getValue().iterator().next());
      open |= added.getValue().size() > 1;
    }
    return new MeshWorkload(workload, Optional.of(template), labels, open);
  }

  static MeshWorkload of(WorkloadEntry entry) {
    return new MeshWorkload(
        entry, Optional.empty(), map(entry.endpoint().labels()), isOpen(entry.endpoint().labels()));
  }

  static MeshWorkload of(WorkloadGroup group) {
    return new MeshWorkload(
        group,
        Optional.empty(),
        map(group.workloadMetadata().labels()),
        isOpen(group.workloadMetadata().labels()));
  }

  /** The proxy that a controller makes for a Gateway of the Gateway API. */
  static MeshWorkload ofGateway(View gateway, String name) {
    return new MeshWorkload(
        gateway,
        Optional.empty(),
        Map.of("gateway.networking.k8s.io/gateway-name", name, "istio.io/gateway-name", name),
        false);
  }

  private static Map<String, String> map(List<Named<Text>> entries) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Named<Text> entry : entries) {
      labels.put(entry.name(), entry.value().value());
    }
    return labels;
  }

  private static boolean isOpen(List<Named<Text>> entries) {
    for (Named<Text> entry : entries) {
      if (entry.value().open() || entry.key().open()) {
        return true;
      }
    }
    return false;
  }

  /** The view that it is made from: a Workload, WorkloadEntry, WorkloadGroup or Gateway. */
  public View view() {
    return view;
  }

  /** Its pod template; empty for machines outside Kubernetes and for generated gateways. */
  public Optional<PodTemplate> template() {
    return template;
  }

  /** Whether its pods hold nothing but Istio's proxy, as gateways do. */
  public boolean isProxyOnly() {
    List<Container> containers = template.map(pods -> pods.spec().containers()).orElse(List.of());
    for (Container container : containers) {
      Text name = container.name();
      if (name == null || !name.value().equals("istio-proxy")) {
        return false;
      }
    }
    return !containers.isEmpty();
  }

  /** The labels of its pods. */
  public Map<String, String> labels() {
    return labels;
  }

  /** Whether its pods may carry other labels than the files show. */
  public boolean hasOpenLabels() {
    return open;
  }

  /** Its namespace. */
  public NamespaceRef namespace() {
    return resource().namespace();
  }

  @Override
  public Resource resource() {
    return view.resource();
  }

  @Override
  public YamlNode node() {
    return view.node();
  }

  /** {@code Deployment shop/cart}. */
  public String title() {
    return resource().title();
  }
}
