package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.model.istio.WorkloadEntry;
import dev.meshlint.core.model.istio.WorkloadGroup;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServiceAccount;
import dev.meshlint.core.model.kubernetes.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Which view is for which kind. The version of a kind does not matter: views read the fields of all served versions.
 *
 * <p>The methods by group return {@link Located}, not {@link View}, for a reason: the virtual machine loads a class to
 * check that it extends another class, but not to check that it implements an interface. So only classes of kinds that
 * are seen are loaded.
 */
public final class Views {
  private Views() {}

  /** The view on a resource, or null where its kind is not modelled. */
  public static @Nullable View of(Resource resource) {
    View.At at = View.root(resource);
    String kind = resource.kind();
    return (View)
        switch (resource.group()) {
          case "" -> core(kind, at);
          case "apps", "batch", "extensions", "argoproj.io", "apps.openshift.io" ->
              workload(kind, at);
          case "serving.knative.dev" -> kind.equals("Service") ? new Workload(at) : null;
          case "networking.istio.io" -> istioNetworking(kind, at);
          case "security.istio.io" -> istioSecurity(kind, at);
          default -> null;
        };
  }

  private static @Nullable Located core(String kind, View.At at) {
    return switch (kind) {
      case "Namespace" -> new Namespace(at);
      case "Service" -> new Service(at);
      case "ServiceAccount" -> new ServiceAccount(at);
      case "Pod", "ReplicationController" -> new Workload(at);
      default -> null;
    };
  }

  private static @Nullable Located workload(String kind, View.At at) {
    return switch (kind) {
      case "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "Job",
          "CronJob",
          "Rollout",
          "DeploymentConfig" ->
          new Workload(at);
      default -> null;
    };
  }

  private static @Nullable Located istioNetworking(String kind, View.At at) {
    return switch (kind) {
      case "VirtualService" -> new VirtualService(at);
      case "DestinationRule" -> new DestinationRule(at);
      case "Gateway" -> new Gateway(at);
      case "ServiceEntry" -> new ServiceEntry(at);
      case "Sidecar" -> new Sidecar(at);
      case "WorkloadEntry" -> new WorkloadEntry(at);
      case "WorkloadGroup" -> new WorkloadGroup(at);
      default -> null;
    };
  }

  private static @Nullable Located istioSecurity(String kind, View.At at) {
    return switch (kind) {
      case "PeerAuthentication" -> new PeerAuthentication(at);
      case "RequestAuthentication" -> new RequestAuthentication(at);
      case "AuthorizationPolicy" -> new AuthorizationPolicy(at);
      default -> null;
    };
  }
}
