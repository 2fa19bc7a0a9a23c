package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.CertificateReference;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshSecret;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.gatewayapi.BackendTLSPolicy;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.model.kubernetes.SecretEntry;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is referred to as a certificate is none that can be used. */
public final class InvalidCertificate extends MeshRule {
  private static final String PEM_START = "-----BEGIN ";

  public InvalidCertificate() {
    super("gateway-api-invalid-certificate");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<View> holders = new ArrayList<>(mesh.all(Gateway.class));
    holders.addAll(mesh.all(ListenerSet.class));
    holders.addAll(mesh.all(BackendTLSPolicy.class));
    for (View holder : holders) {
      if (!mesh.kustomizations().isPatched(holder.resource())) {
        for (CertificateReference certificate : CertificateReference.of(holder)) {
          check(certificate, holder, mesh, out);
        }
      }
    }
  }

  private static void check(
      CertificateReference certificate, View holder, Mesh mesh, Findings out) {
    ObjectName target = certificate.target();
    if (!target.isA("", "Secret") && !(certificate.authority() && target.isA("", "ConfigMap"))) {
      reportKind(certificate, out);
      return;
    }
    String problem = null;
    if (certificate.authority() && target.isA("", "ConfigMap")) {
      problem = authorityProblem(certificate, mesh);
    } else if (!certificate.authority()) {
      problem = secretProblem(target, mesh);
      if (problem == null && holder instanceof Gateway gateway) {
        checkType(certificate, gateway.gatewayClassName(), mesh, out);
      }
    }
    if (problem != null) {
      out.report(
              certificate.reference(),
              "%s \"%s\" %s: TLS does not work there"
                  .formatted(target.kind(), target.name(), problem))
          .as(problem.startsWith("has no") ? "key" : "text");
    }
  }

  /** Groups with a domain are extensions of implementations. */
  private static void reportKind(CertificateReference certificate, Findings out) {
    ObjectName target = certificate.target();
    boolean extension = target.group().indexOf('.') >= 0 && !target.kind().equals("Secret");
    if (!extension) {
      boolean byGroup = target.kind().equals("Secret") || target.kind().equals("ConfigMap");
      boolean atGroup =
          byGroup && certificate.reference().has("group") && !target.group().isEmpty();
      Located at = certificate.reference().at(atGroup ? "group" : "kind");
      out.report(
              at,
              "%s of group \"%s\" holds no certificate: a %s of the core group is expected"
                  .formatted(
                      target.kind(),
                      target.group(),
                      certificate.authority() ? "ConfigMap" : "Secret"))
          .as("kind");
    }
  }

  /** Istio looks at the keys only; others want the type too. */
  private static void checkType(
      CertificateReference certificate, @Nullable Text className, Mesh mesh, Findings out) {
    ObjectName target = certificate.target();
    if (className == null || className.open() || className.value().startsWith("istio")) {
      return;
    }
    for (MeshSecret found : mesh.secrets().find(target.name(), target.namespace()).values()) {
      Text type = found.secret() == null ? null : found.secret().type();
      if (type != null && !type.open() && !type.is("kubernetes.io/tls")) {
        out.report(
                certificate.reference(),
                "Secret \"%s\" has the type %s: many implementations take kubernetes.io/tls only"
                    .formatted(target.name(), type))
            .related(type, "the type")
            .as("type");
        return;
      }
    }
  }

  private static @Nullable String secretProblem(ObjectName target, Mesh mesh) {
    String problem = null;
    for (MeshSecret found : mesh.secrets().find(target.name(), target.namespace()).values()) {
      Secret secret = found.secret();
      if (secret == null || secret.resource().isEncrypted() || found.keys() == null) {
        return null;
      }
      problem = problem(secret, found);
      if (problem == null) {
        return null;
      }
    }
    return problem;
  }

  private static @Nullable String problem(Secret secret, MeshSecret found) {
    for (String key : List.of("tls.crt", "tls.key")) {
      if (found.lacks(key)) {
        return "has no key " + key;
      }
      SecretEntry entry = secret.value(key);
      if (entry != null && isNoPem(entry)) {
        return "holds no PEM text under " + key;
      }
    }
    return null;
  }

  private static boolean isNoPem(SecretEntry entry) {
    byte[] bytes = entry.open() || entry.isEmpty() ? null : entry.bytes();
    return bytes != null
        && !PlaceholderText.isOpen(new String(bytes, StandardCharsets.UTF_8))
        && !new String(bytes, StandardCharsets.UTF_8).contains(PEM_START);
  }

  private static @Nullable String authorityProblem(CertificateReference certificate, Mesh mesh) {
    String problem = null;
    for (Located found :
        mesh.objects().find(certificate.target(), certificate.reference().resource()).values()) {
      if (!(found instanceof ConfigMap map)
          || map.isOpen("data")
          || map.has("binaryData")
          || mesh.kustomizations().isPatched(map.resource())) {
        return null;
      }
      Text authority = map.value("ca.crt");
      boolean bad =
          authority == null
              ? !map.data().isEmpty() || !isFilledLater(map, mesh)
              : !authority.open()
                  && !PlaceholderText.isOpen(authority.value())
                  && !authority.value().contains(PEM_START);
      if (!bad) {
        return null;
      }
      problem = authority == null ? "has no key ca.crt" : "holds no PEM text under ca.crt";
    }
    return problem;
  }

  /** Whether something may fill an empty ConfigMap: controllers do, and say so by a label or annotation. */
  private static boolean isFilledLater(ConfigMap map, Mesh mesh) {
    List<Named<Text>> marks = new ArrayList<>(map.metadata().annotations());
    marks.addAll(map.metadata().labels());
    return !mesh.namespaces().isComplete(map.resource().namespace())
        || marks.stream().anyMatch(mark -> mark.name().contains("inject"));
  }
}
