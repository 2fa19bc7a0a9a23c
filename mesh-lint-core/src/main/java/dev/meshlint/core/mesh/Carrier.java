package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that carries labels and annotations: a resource, the pods that a workload makes, or the
 * jobs that a CronJob makes.
 *
 * @param kind the kind that carries them; {@code Pod} for the template of any workload, {@code
 *     Job} for that of a CronJob
 * @param metadata the labels and annotations
 * @param owner the resource
 * @param pods the metadata of the pods, where this is the metadata of the workload that makes them; else null
 */
public record Carrier(String kind, Metadata metadata, ResourceView owner, @Nullable Metadata pods) {
  /** Everything in this mesh that carries labels and annotations and whose kind is known, in the order of the files. */
  static List<Carrier> all(Mesh mesh) {
    List<Carrier> all = new ArrayList<>();
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof ResourceView resource) {
          add(resource, all);
        }
      }
    }
    return Collections.unmodifiableList(all);
  }

  private static void add(ResourceView resource, List<Carrier> all) {
    String kind = resource.resource().kind();
    if (!(resource instanceof Workload workload) || kind.equals("Pod")) {
      all.add(new Carrier(kind, resource.metadata(), resource, null));
      return;
    }
    Metadata pods = workload.template().metadata();
    all.add(new Carrier(kind, resource.metadata(), resource, pods));
    Metadata jobs = workload.jobs();
    if (jobs.present()) {
      all.add(new Carrier("Job", jobs, resource, pods));
    }
    all.add(new Carrier("Pod", pods, resource, null));
  }

  /** Whether it is the pod itself or the template of one. */
  public boolean isPod() {
    return kind.equals("Pod");
  }
}
