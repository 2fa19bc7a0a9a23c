package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Istio;
import dev.meshlint.core.model.istio.IstioOperator;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.WebhookConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of the control plane and their tags, as installer input, control planes, webhooks and tags show them. Source:
 * Istio's documentation, "Canary Upgrades" and "Stable revision labels". Filled once, then only read.
 */
public final class Revisions {
  private static final String TAG = "istio.io/tag";

  /** Managed control planes of Google, which are nobody's manifests. */
  private static final String MANAGED = "asm-managed";

  private final Names<Located> names;

  Revisions(Mesh mesh) {
    names = new Names<>(mesh.settings(), List.of());
    for (InjectorHook hook : mesh.injectorHooks().all()) {
      hook.takenRevisions().forEach(revision -> add(revision, hook));
    }
    for (WebhookConfiguration configuration : mesh.all(WebhookConfiguration.class)) {
      addLabelled(configuration.resource());
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (isControlPlane(workload)) {
        addLabelled(workload.resource());
        add(workload.labels().get(Injection.REVISION), workload);
      }
    }
    for (IstioValues values : mesh.configuration().values()) {
      add(values.revision());
      values.revisionTags().forEach(this::add);
    }
    mesh.all(IstioOperator.class).forEach(operator -> add(operator.revision()));
    for (Istio istio : mesh.all(Istio.class)) {
      add(istio.resource().name(), istio);
      add(istio.activeRevision(), istio);
    }
    for (Located tag : mesh.objects().ofKind("sailoperator.io", "IstioRevisionTag")) {
      add(tag.resource() == null ? null : tag.resource().name(), tag);
    }
    for (Text label : labels(mesh)) {
      names.refer(label.value(), label.resource());
    }
  }

  /** The labels by which namespaces and pods choose a revision; those of control planes tell their own. */
  public static List<Text> labels(Mesh mesh) {
    List<Text> labels = new ArrayList<>();
    for (Namespace namespace : mesh.all(Namespace.class)) {
      add(namespace.metadata().label(Injection.REVISION), labels);
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      PodTemplate template = workload.template().orElse(null);
      if (template != null && !isControlPlane(workload)) {
        add(template.metadata().label(Injection.REVISION), labels);
      }
    }
    return labels;
  }

  private static void add(@Nullable Text label, List<Text> labels) {
    if (label != null && !label.open() && !label.value().isEmpty()) {
      labels.add(label);
    }
  }

  private static boolean isControlPlane(MeshWorkload workload) {
    return "istiod".equals(workload.labels().get("app"));
  }

  private void addLabelled(Resource resource) {
    add(resource.label(Injection.REVISION), resource);
    add(resource.label(TAG), resource);
  }

  private void add(@Nullable Text revision) {
    if (revision != null && !revision.open()) {
      add(revision.value(), revision);
    }
  }

  private void add(@Nullable String revision, Located at) {
    if (revision != null && !revision.isEmpty()) {
      names.add(revision, Objects.CLUSTER, at);
    }
  }

  /**
   * The control plane or tag that a label names.
   *
   * @return absent by near miss, and in a closed world that has control planes with revisions
   */
  public Answer<Located> find(Text label) {
    String revision = label.value();
    if (label.open() || revision.equals("default") || revision.startsWith(MANAGED)) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    Answer<Located> answer = names.find(revision, Objects.CLUSTER);
    boolean nothing = !names.index().namesIn(Objects.CLUSTER).iterator().hasNext();
    return answer instanceof Absent<Located> absent
            && absent.evidence() == Evidence.CLOSED
            && nothing
        ? new Unknown<>(Why.NOT_IN_VIEW)
        : answer;
  }
}
