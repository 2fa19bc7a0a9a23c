package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.istio.MeshNetworks;
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
    switch (kind) {
      case "Namespace":
        return new Namespace(at);
      case "Service":
        return new Service(at);
      case "ServiceAccount":
        return new ServiceAccount(at);
      case "ConfigMap":
        return new ConfigMap(at);
      case "Secret":
        return new Secret(at);
      case "Ingress":
        return new Ingress(at);
      case "NetworkPolicy":
        return new NetworkPolicy(at);
      case "CustomResourceDefinition":
        return new CustomResourceDefinition(at);
      case "Pod",
      "ReplicationController",
      "Deployment",
      "StatefulSet",
      "DaemonSet",
      "ReplicaSet",
      "Job",
      "CronJob":
        return new Workload(at);
      case "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration":
        return new WebhookConfiguration(at);
      case "MeshNetworks": // Istio's, as the next one: files without a group
        return new MeshNetworks(at);
      case "IstioValues":
        return new IstioValues(at);
      default:
        return null;
    }
  }
}
