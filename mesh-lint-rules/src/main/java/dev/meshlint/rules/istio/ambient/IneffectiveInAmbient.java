package dev.meshlint.rules.istio.ambient;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Ambient.Enrolment;
import dev.meshlint.core.mesh.Ambient.Reach;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.PolicyTargets;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.Telemetry;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.model.istio.WasmPlugin;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** Something for HTTP, or for sidecars, where traffic meets neither a waypoint nor a sidecar. */
public final class IneffectiveInAmbient extends MeshRule {
  public IneffectiveInAmbient() {
    super("istio-ineffective-in-ambient");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (VirtualService routes : mesh.all(VirtualService.class)) {
      if (Gateways.appliesToMesh(routes) && !(routes.http().isEmpty() && routes.tls().isEmpty())) {
        routes.hosts().forEach(host -> checkHost(host, "route", mesh, out));
      }
    }
    for (DestinationRule rule : mesh.all(DestinationRule.class)) {
      Text host = rule.host();
      if (host != null && rule.httpSetting() != null) {
        checkHost(host, "settings", mesh, out);
      }
    }
    mesh.all(RequestAuthentication.class)
        .forEach(policy -> checkPolicy(policy, "authentication", mesh, out));
    mesh.all(WasmPlugin.class).forEach(plugin -> checkPolicy(plugin, "plugin", mesh, out));
    for (Telemetry telemetry : mesh.all(Telemetry.class)) {
      if (telemetry.needsHttp()) {
        checkPolicy(telemetry, telemetry.onlyLogs() ? "access-logs" : "telemetry", mesh, out);
      }
    }
    mesh.all(Sidecar.class).forEach(sidecar -> checkSidecar(sidecar, mesh, out));
  }

  private static void checkHost(Text host, String what, Mesh mesh, Findings out) {
    NamespaceRef own = host.resource().namespace();
    if (host.open() || host.value().startsWith("*")) {
      return;
    }
    List<MeshService> services = mesh.services().resolve(host, own).values();
    if (services.isEmpty()
        && mesh.ambient().isAmbient(own)
        && mesh.ambient().ofNamespace(own) == Enrolment.NOT_ENROLLED) {
      out.report(
              host,
              "namespace \"%s\" is in ambient mode without a waypoint: nothing applies this %s to \"%s\""
                  .formatted(own, host.resource().kind(), host))
          .as(what);
    }
    for (MeshService service : services) {
      if (mesh.ambient().isAmbient(service.namespace())) {
        checkService(host, service, what, mesh, out);
        return;
      }
    }
  }

  private static void checkService(
      Text host, MeshService service, String what, Mesh mesh, Findings out) {
    if (mesh.ambient().of(service) == Enrolment.NOT_ENROLLED) {
      out.report(
              host,
              "traffic to \"%s\" passes no waypoint in ambient mode: nothing applies this %s"
                  .formatted(host, host.resource().kind()))
          .as(what)
          .related(service, "neither this nor its namespace names a waypoint");
    }
    NamespaceRef own = host.resource().namespace();
    if (own.same(service.namespace()) == Same.NO && mesh.ambient().isAmbient(own)) {
      out.report(
              host,
              "the waypoint of \"%s\" reads only what lies in namespace \"%s\", where the service is: it does not apply this %s"
                  .formatted(host, service.namespace(), host.resource().kind()))
          .as(what + "-namespace")
          .related(service, "the service");
    }
  }

  private static void checkPolicy(WorkloadSelecting policy, String what, Mesh mesh, Findings out) {
    NamespaceRef own = policy.resource().namespace();
    if (!mesh.ambient().isAmbient(own)) {
      return;
    }
    for (Reference target : policy.targetRefs()) {
      boolean service =
          PolicyTargets.kindOf(target).equals("Service")
              || PolicyTargets.kindOf(target).equals("ServiceEntry");
      for (View found : mesh.policyTargets().find(target, policy.resource()).values()) {
        if (service
            && found instanceof ResourceView view
            && mesh.ambient().of(view) == Enrolment.NOT_ENROLLED) {
          report(target, policy, what, out);
          return;
        }
      }
    }
    Reach reach = mesh.ambient().reach(policy);
    boolean reached =
        reach == Reach.AMBIENT || (reach == Reach.LIKELY && policy.selector().selectsAll());
    if (reached && mesh.ambient().ofNamespace(own) == Enrolment.NOT_ENROLLED) {
      report(Places.of(policy), policy, what, out);
    }
  }

  private static void report(Located place, WorkloadSelecting policy, String what, Findings out) {
    out.report(
            place,
            "traffic passes no waypoint in ambient mode: nothing applies this "
                + policy.resource().kind())
        .as(what);
  }

  private static void checkSidecar(Sidecar sidecar, Mesh mesh, Findings out) {
    if (mesh.ambient().reach(sidecar) != Reach.OTHER) {
      out.report(
              Places.of(sidecar),
              "workloads in ambient mode have no sidecar: nothing applies this Sidecar")
          .as("sidecar");
    }
  }
}
