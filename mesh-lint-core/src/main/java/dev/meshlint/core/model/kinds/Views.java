package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/**
 * Which view is for which kind. The version of a kind does not matter: views read the fields of all served versions.
 *
 * <p>The methods that make views return {@link Located}, not {@link View}, for a reason: the virtual machine loads a class
 * to check that it extends another class, but not to check that it implements an interface. They return from every case:
 * where the cases of an expression meet, a compiler may choose a class again. So only classes of kinds that are seen are
 * loaded.
 */
public final class Views {
  private Views() {}

  /** The view on a resource, or null where its kind is not modelled. */
  public static @Nullable View of(Resource resource) {
    View.At at = View.root(resource);
    String group = resource.group();
    String kind = resource.kind();
    if (resource.isRuleFile()) {
      return (View) NeighbourViews.create(group, kind, at);
    }
    return (View)
        switch (group) {
          case "",
              "apps",
              "batch",
              "extensions",
              "networking.k8s.io",
              "admissionregistration.k8s.io",
              "apiextensions.k8s.io" ->
              KubernetesViews.create(kind, at);
          case "argoproj.io",
              "serving.knative.dev",
              "apps.openshift.io",
              "route.openshift.io",
              "cert-manager.io",
              "external-secrets.io",
              "bitnami.com",
              "flagger.app",
              "monitoring.coreos.com" ->
              NeighbourViews.create(group, kind, at);
          case "networking.istio.io",
              "security.istio.io",
              "telemetry.istio.io",
              "extensions.istio.io",
              "install.istio.io",
              "sailoperator.io" ->
              IstioViews.create(kind, at);
          case "gateway.networking.k8s.io", "gateway.networking.x-k8s.io" ->
              GatewayApiViews.create(kind, at);
          case "policy.linkerd.io",
              "linkerd.io",
              "workload.linkerd.io",
              "multicluster.linkerd.io",
              "split.smi-spec.io" ->
              LinkerdViews.create(kind, at);
          case "cilium.io" -> CiliumViews.create(kind, at);
          default -> null;
        };
  }
}
