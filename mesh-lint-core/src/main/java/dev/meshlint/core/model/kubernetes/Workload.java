package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Anything that runs pods from a template: Deployment, StatefulSet, DaemonSet, ReplicaSet,
 * ReplicationController, Job, CronJob, the Pod itself, Rollout of Argo, Service of Knative and
 * DeploymentConfig of OpenShift.
 */
public final class Workload extends ResourceView {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable PodTemplate template;

  /** Makes the view. */
  public Workload(At at) {
    super(at);
  }

  /** The template of its pods; of a Pod, the pod itself. */
  public PodTemplate template() {
    PodTemplate known = template;
    if (known == null) {
      known = findTemplate();
      template = known;
    }
    return known;
  }

  private PodTemplate findTemplate() {
    return switch (resource().kind()) {
      case "Pod" -> as(PodTemplate::new);
      case "CronJob" -> jobTemplate().child("spec").child("template", PodTemplate::new);
      default -> spec().child("template", PodTemplate::new);
    };
  }

  /** The metadata of the jobs that a CronJob makes, which hand nothing of it to their pods; else absent. */
  public Metadata jobs() {
    return jobTemplate().child("metadata", Metadata::new);
  }

  private View jobTemplate() {
    return spec().child("jobTemplate");
  }

  /** How many pods it runs; null where that is not written. */
  public @Nullable Integer replicas() {
    return spec().integer("replicas");
  }

  /** The labels by which it knows its pods: {@code matchLabels}, or the whole selector for older kinds. */
  public List<Named<Text>> selectorLabels() {
    View selector = spec().child("selector");
    return hasPlainSelector() ? selector.entries() : selector.entries("matchLabels");
  }

  private boolean hasPlainSelector() {
    String kind = resource().kind();
    return kind.equals("ReplicationController") || kind.equals("DeploymentConfig");
  }

  /** The workload whose template it uses instead of its own; only Rollouts of Argo have one. */
  public Reference workloadRef() {
    return spec().child("workloadRef", Reference::new);
  }

  /** Whether it runs pods that come to an end: a Job or a CronJob. */
  public boolean isJob() {
    return resource().group().equals("batch");
  }

  /** Whether another object in the cluster made it, as cluster dumps show: it is context then. */
  public boolean isOwned() {
    return !metadata().ownerReferences().isEmpty();
  }
}
