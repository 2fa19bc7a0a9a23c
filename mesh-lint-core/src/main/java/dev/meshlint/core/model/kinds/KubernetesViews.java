package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.kubernetes.CustomResourceDefinition;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServiceAccount;
import dev.meshlint.core.model.kubernetes.WebhookConfiguration;
import dev.meshlint.core.model.kubernetes.Workload;
import org.jspecify.annotations.Nullable;

/** Views on the kinds of Kubernetes itself, whose names are unique. */
final class KubernetesViews {
  private KubernetesViews() {}

  static @Nullable Located create(String kind, View.At at) {
    return switch (kind) {
      case "Namespace" -> new Namespace(at);
      case "Service" -> new Service(at);
      case "ServiceAccount" -> new ServiceAccount(at);
      case "ConfigMap" -> new ConfigMap(at);
      case "Secret" -> new Secret(at);
      case "Ingress" -> new Ingress(at);
      case "NetworkPolicy" -> new NetworkPolicy(at);
      case "CustomResourceDefinition" -> new CustomResourceDefinition(at);
      case "Pod",
          "ReplicationController",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "Job",
          "CronJob" ->
          new Workload(at);
      case "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration" ->
          new WebhookConfiguration(at);
      default -> null;
    };
  }
}
