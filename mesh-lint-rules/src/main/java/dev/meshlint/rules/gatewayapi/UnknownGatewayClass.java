package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.mesh.Objects;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.GatewayClass;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Set;

/** A Gateway names a class that does not exist, or Gateway or class name settings that do not. */
public final class UnknownGatewayClass extends MeshRule {
  /** Classes that implementations bring along. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "istio",
          "istio-remote",
          "istio-waypoint",
          "istio-east-west",
          "cilium",
          "eg",
          "envoy",
          "envoy-gateway",
          "nginx",
          "nginx-gateway",
          "traefik",
          "kong",
          "haproxy",
          "contour",
          "kgateway",
          "kgateway-waypoint",
          "gloo-gateway",
          "consul",
          "amazon-vpc-lattice",
          "azure-alb-external",
          "openshift-default");

  /** How the names of classes of managed clusters begin. */
  private static final List<String> MANAGED = List.of("gke-", "asm-", "agentgateway", "openshift-");

  public UnknownGatewayClass() {
    super("gateway-api-unknown-gateway-class");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Gateway gateway : mesh.all(Gateway.class)) {
      check(gateway, mesh, out);
      Reference parameters = gateway.infrastructure().parametersRef();
      checkParameters(parameters, gateway.resource().namespace(), mesh, out);
    }
    for (GatewayClass one : mesh.all(GatewayClass.class)) {
      checkParameters(one.parametersRef(), Objects.CLUSTER, mesh, out);
    }
  }

  /** Settings are objects of kinds that only the implementation knows, so the files seldom tell that there are none. */
  private static void checkParameters(
      Reference reference, NamespaceRef own, Mesh mesh, Findings out) {
    ObjectName wanted = ObjectName.of(reference, "", null, own);
    Text name = reference.name();
    if (wanted != null
        && name != null
        && !mesh.kustomizations().isPatched(reference.resource())
        && mesh.objects().find(wanted, reference.resource()) instanceof Absent<Located> missing) {
      out.report(
              name,
              missing,
              "%s \"%s\" does not exist: the implementation takes its defaults, or nothing"
                  .formatted(wanted.kind(), name))
          .as("parameters");
    }
  }

  private static void check(Gateway gateway, Mesh mesh, Findings out) {
    Text name = gateway.gatewayClassName();
    if (name == null
        || name.open()
        || BUILT_IN.contains(name.value())
        || MANAGED.stream().anyMatch(name.value()::startsWith)
        || mesh.kustomizations().isPatched(gateway.resource())) {
      return;
    }
    ObjectName wanted =
        new ObjectName(
            "gateway.networking.k8s.io", "GatewayClass", Objects.CLUSTER, name.value(), true);
    Answer<Located> found = mesh.objects().find(wanted, gateway.resource());
    if (found instanceof NotFound<Located> missing) {
      out.report(
          name,
          missing,
          "GatewayClass \"%s\" is not in view: without it no controller serves this Gateway"
              .formatted(name));
    }
  }
}
