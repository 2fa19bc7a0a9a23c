package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Canary;
import dev.meshlint.core.model.kubernetes.Certificate;
import dev.meshlint.core.model.kubernetes.ExternalSecret;
import dev.meshlint.core.model.kubernetes.OpenShiftRoute;
import dev.meshlint.core.model.kubernetes.SealedSecret;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.model.prometheus.PodMonitor;
import dev.meshlint.core.model.prometheus.PrometheusRule;
import dev.meshlint.core.model.prometheus.RuleFile;
import org.jspecify.annotations.Nullable;

/** Views on kinds of other projects that make workloads, secrets, routes and alerts. */
final class NeighbourViews {
  private NeighbourViews() {}

  static @Nullable Located create(String group, String kind, View.At at) {
    switch (group + "/" + kind) {
      case "argoproj.io/Rollout",
      "serving.knative.dev/Service",
      "serving.knative.dev/Configuration",
      "apps.openshift.io/DeploymentConfig":
        return new Workload(at);
      case "route.openshift.io/Route":
        return new OpenShiftRoute(at);
      case "flagger.app/Canary":
        return new Canary(at);
      case "/RuleFile":
        return new RuleFile(at);
      case "monitoring.coreos.com/PrometheusRule":
        return new PrometheusRule(at);
      case "monitoring.coreos.com/PodMonitor":
        return new PodMonitor(at);
      case "cert-manager.io/Certificate":
        return new Certificate(at);
      case "external-secrets.io/ExternalSecret":
        return new ExternalSecret(at);
      case "bitnami.com/SealedSecret":
        return new SealedSecret(at);
      default:
        return null;
    }
  }
}
