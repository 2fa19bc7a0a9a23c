package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.BackendTLSPolicy;
import dev.meshlint.core.model.gatewayapi.BackendTrafficPolicy;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** A policy is for a Service, or a port of it, that does not exist. */
public final class UnknownPolicyTarget extends MeshRule {
  public UnknownPolicyTarget() {
    super("gateway-api-unknown-policy-target");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (BackendTLSPolicy policy : mesh.all(BackendTLSPolicy.class)) {
      check(policy, policy.targetRefs(), mesh, out);
    }
    for (BackendTrafficPolicy policy : mesh.all(BackendTrafficPolicy.class)) {
      check(policy, policy.targetRefs(), mesh, out);
    }
  }

  private static void check(ResourceView policy, List<Reference> targets, Mesh mesh, Findings out) {
    if (mesh.kustomizations().isPatched(policy.resource())) {
      return;
    }
    for (Reference target : targets) {
      ObjectName name = ObjectName.of(target, "", null, policy.resource().namespace());
      Text written = target.name();
      if (name == null || written == null || !name.isService()) {
        continue;
      }
      Answer<Located> found = mesh.objects().find(name, policy.resource());
      if (found instanceof NotFound<Located> missing) {
        out.report(
            written,
            missing,
            "Service \"%s\" is not in namespace \"%s\", the only one where targets are looked for"
                    .formatted(written, name.namespace().name())
                + ": the policy has no effect");
      } else {
        checkSection(target, found.values(), mesh, out);
      }
    }
  }

  private static void checkSection(
      Reference target, List<Located> services, Mesh mesh, Findings out) {
    Text section = target.sectionName();
    if (section == null || section.open()) {
      return;
    }
    for (Located found : services) {
      if (!(found instanceof Service service)
          || service.spec().isOpen("ports")
          || mesh.kustomizations().isPatched(service.resource())
          || service.ports().isEmpty()
          || hasPort(service, section)) {
        return;
      }
    }
    out.report(
        section,
        "Service \"%s\" has no port named \"%s\": the policy has no effect"
            .formatted(target.name(), section));
  }

  private static boolean hasPort(Service service, Text name) {
    for (ServicePort port : service.ports()) {
      Text own = port.name();
      if (own != null && (own.open() || own.value().equals(name.value()))) {
        return true;
      }
    }
    return false;
  }
}
