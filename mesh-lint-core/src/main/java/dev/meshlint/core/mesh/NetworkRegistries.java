package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.EnvironmentVariable;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.model.kubernetes.SecretEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clusters that networks of a mesh may name: those of remote Secrets, and the control planes' own. Source: Istio's
 * reference of MeshNetworks, field {@code fromRegistry}. Filled once, then only read.
 */
public final class NetworkRegistries {
  /** Registries that every control plane has. */
  private static final List<String> BUILT_IN = List.of("Kubernetes", "Mock", "External");

  private final Names<Located> clusters;

  NetworkRegistries(Mesh mesh) {
    clusters = new Names<>(mesh.settings(), List.of());
    for (Secret secret : mesh.all(Secret.class)) {
      if ("true".equals(secret.resource().label("istio/multiCluster"))) {
        for (SecretEntry cluster : secret.values()) {
          clusters.add(cluster.key().value(), Objects.CLUSTER, cluster);
        }
      }
    }
    for (IstioValues values : mesh.configuration().values()) {
      add(values.clusterName());
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      if ("istiod".equals(workload.labels().get("app"))) {
        workload.template().ifPresent(this::addOwn);
      }
    }
  }

  private void addOwn(PodTemplate controlPlane) {
    for (Container container : controlPlane.containers()) {
      for (EnvironmentVariable variable : container.env()) {
        Text name = variable.name();
        if (name != null && name.is("CLUSTER_ID")) {
          add(variable.value());
        }
      }
    }
  }

  private void add(@Nullable Text cluster) {
    if (cluster != null && !cluster.open() && !cluster.value().isEmpty()) {
      clusters.add(cluster.value(), Objects.CLUSTER, cluster);
    }
  }

  /**
   * The cluster or built-in registry of this name, whose case counts.
   *
   * @return absent with evidence {@code NEAR_MISS} where only the case of a built-in one is wrong, or one letter of a
   *     cluster's name
   */
  public Answer<Located> find(Text registry) {
    if (registry.open() || BUILT_IN.contains(registry.value())) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    Answer<Located> answer = clusters.find(registry.value(), Objects.CLUSTER);
    if (!answer.isFound()) {
      for (String name : BUILT_IN) {
        if (name.equalsIgnoreCase(registry.value())) {
          return new Absent<>(Evidence.NEAR_MISS, List.of(), name);
        }
      }
    }
    return answer;
  }

  /** Whether this is the name of a registry that every control plane has. */
  public static boolean isBuiltIn(@Nullable String name) {
    return name != null && BUILT_IN.contains(name);
  }
}
