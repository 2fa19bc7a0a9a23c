package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.CertificateReference;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.BackendTLSPolicy;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A certificate that a Gateway, a ListenerSet or a BackendTLSPolicy names does not exist. */
public final class CertificateMissing extends MeshRule {
  public CertificateMissing() {
    super("gateway-api-certificate-missing");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    mesh.all(Gateway.class).forEach(gateway -> check(gateway, mesh, out));
    mesh.all(ListenerSet.class).forEach(set -> check(set, mesh, out));
    mesh.all(BackendTLSPolicy.class).forEach(policy -> check(policy, mesh, out));
  }

  private static void check(ResourceView holder, Mesh mesh, Findings out) {
    if (mesh.kustomizations().isPatched(holder.resource())) {
      return;
    }
    for (CertificateReference certificate : CertificateReference.of(holder)) {
      Text name = certificate.reference().name();
      if (name != null && find(certificate, holder, mesh) instanceof NotFound<?> missing) {
        out.report(
            name,
            missing,
            "%s \"%s\" is not in namespace \"%s\": TLS does not work there"
                .formatted(
                    certificate.target().kind(), name, certificate.target().namespace().name()));
      }
    }
  }

  private static Answer<?> find(CertificateReference certificate, ResourceView holder, Mesh mesh) {
    ObjectName target = certificate.target();
    if (target.isA("", "Secret")) {
      boolean made = certificate.listener() != null && isIssued(holder);
      return made
          ? Answer.unknown(Answer.Why.DECLARED_ELSEWHERE)
          : secret(target, holder.resource(), mesh);
    }
    return target.isA("", "ConfigMap")
        ? mesh.objects().find(target, holder.resource())
        : Answer.unknown(Answer.Why.DECLARED_ELSEWHERE);
  }

  private static Answer<?> secret(ObjectName target, Resource from, Mesh mesh) {
    Answer<?> answer = mesh.secrets().find(target.name(), target.namespace());
    if (answer instanceof Answer.Unknown<?> unknown && unknown.why() == Answer.Why.NOT_IN_VIEW) {
      Answer<?> other = mesh.objects().find(target, from);
      return other.isFound() ? answer : other;
    }
    return answer;
  }

  /** cert-manager makes the Secrets of Gateways that bear one of its annotations. */
  private static boolean isIssued(ResourceView holder) {
    return holder.metadata().annotations().stream()
        .anyMatch(annotation -> annotation.name().startsWith("cert-manager.io/"));
  }
}
