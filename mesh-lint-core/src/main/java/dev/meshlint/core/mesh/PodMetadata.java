package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Labels and annotations that reach pods, and so their proxies: of workloads, and of what is made for Gateways of the
 * Gateway API.
 *
 * @param metadata what holds {@code annotations}
 * @param template what else is known of the pods; null where a controller or a chart makes them
 */
public record PodMetadata(Metadata metadata, @Nullable PodTemplate template) {
  /** What all resources in view write. */
  public static List<PodMetadata> all(Mesh mesh) {
    List<PodMetadata> all = new ArrayList<>();
    for (MeshWorkload workload : mesh.workloads().all()) {
      workload
          .template()
          .ifPresent(template -> all.add(new PodMetadata(template.metadata(), template)));
    }
    for (Gateway gateway : mesh.all(Gateway.class)) {
      all.add(new PodMetadata(gateway.infrastructure().as(Metadata::new), null));
    }
    return all;
  }
}
