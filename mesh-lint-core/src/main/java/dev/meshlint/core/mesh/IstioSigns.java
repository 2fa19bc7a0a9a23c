package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import java.util.List;

/** What tells that Istio runs in a cluster: its resources, its labels, its proxies, gateways of its classes. */
final class IstioSigns {
  private IstioSigns() {}

  static boolean isIn(Mesh mesh) {
    if (mesh.settings().targets().containsKey("istio") || mesh.configuration().inView()) {
      return true;
    }
    for (List<View> views : mesh.views().values()) {
      String group = views.get(0).resource().group();
      if (group.endsWith(".istio.io") || group.equals("sailoperator.io")) {
        return true;
      }
    }
    for (Namespace namespace : mesh.all(Namespace.class)) {
      if (isLabelled(namespace.metadata())) {
        return true;
      }
    }
    for (Gateway gateway : mesh.all(Gateway.class)) {
      Text gatewayClass = gateway.gatewayClassName();
      if (gatewayClass != null && gatewayClass.value().startsWith("istio")) {
        return true;
      }
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (workload.template().isPresent() && isMeshed(workload.template().get())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMeshed(PodTemplate template) {
    for (Container container : template.containers()) {
      Text name = container.name();
      if (name != null && name.is("istio-proxy")) {
        return true;
      }
    }
    return isLabelled(template.metadata());
  }

  private static boolean isLabelled(Metadata metadata) {
    for (Named<Text> label : metadata.labels()) {
      String key = label.name();
      if (key.equals(Injection.NAMESPACE_INJECTION)
          || key.equals(Injection.INJECT)
          || key.equals(Injection.REVISION)
          || key.equals(Injection.DATAPLANE_MODE)) {
        return true;
      }
    }
    return false;
  }
}
