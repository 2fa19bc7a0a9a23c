package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import java.util.List;

/** Annotations that do nothing without something else on the same object. */
final class AnnotationCompanions {
  private static final String INGRESS = "ingress.cilium.io/";
  private static final List<String> DEDICATED = List.of("loadbalancer-class", "service-type");
  private static final List<String> NODE_PORTS = List.of("insecure-node-port", "secure-node-port");

  private AnnotationCompanions() {}

  static void check(Ingress ingress, Findings out) {
    Metadata metadata = ingress.metadata();
    Text mode = metadata.annotation(INGRESS + "loadbalancer-mode");
    if (mode != null && mode.is("shared")) {
      for (String name : DEDICATED) {
        report(metadata, INGRESS + name, "a load balancer of the Ingress's own", out);
      }
    }
    Text type = metadata.annotation(INGRESS + "service-type");
    if (type != null && !type.open() && !type.is("NodePort")) {
      for (String name : NODE_PORTS) {
        report(metadata, INGRESS + name, INGRESS + "service-type NodePort", out);
      }
    }
    Text force = metadata.annotation(INGRESS + "force-https");
    boolean forced = force != null && (force.is("enabled") || force.is("true"));
    if (forced && !ingress.spec().has("tls") && !ingress.spec().open()) {
      report(metadata, INGRESS + "force-https", "spec.tls", out);
    }
  }

  static void check(Service service, Findings out) {
    Text type = service.type();
    if (service.spec().isOpen("type")) {
      return;
    }
    if (type == null || !type.is("LoadBalancer")) {
      report(service.metadata(), "lbipam.cilium.io/ips", "type LoadBalancer", out);
    }
    if (!service.spec().has("loadBalancerSourceRanges")) {
      report(
          service.metadata(),
          "service.cilium.io/src-ranges-policy",
          "spec.loadBalancerSourceRanges",
          out);
    }
  }

  private static void report(Metadata metadata, String key, String needed, Findings out) {
    Text value = metadata.annotation(key);
    if (value != null) {
      out.report(value, "\"%s\" needs %s: without it has no effect".formatted(key, needed));
    }
  }
}
