package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.CertificateReference;
import dev.meshlint.core.mesh.Certificates;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshSecret;
import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.BackendTLSPolicy;
import dev.meshlint.core.model.gatewayapi.BackendValidation;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.model.kubernetes.Certificate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** No certificate of a listener is for the host that it serves, or a policy asks for names without the host of its backend. */
public final class CertificateHostMismatch extends MeshRule {
  public CertificateHostMismatch() {
    super("gateway-api-certificate-host-mismatch");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<Listener> listeners = new ArrayList<>();
    List<View> holders = new ArrayList<>(mesh.all(Gateway.class));
    holders.addAll(mesh.all(ListenerSet.class));
    for (View holder : holders) {
      if (!mesh.kustomizations().isPatched(holder.resource())) {
        listeners.addAll(
            holder instanceof Gateway gateway
                ? gateway.listeners()
                : holder.as(ListenerSet::new).listeners());
      }
    }
    listeners.forEach(listener -> check(listener, mesh, out));
    for (BackendTLSPolicy policy : mesh.all(BackendTLSPolicy.class)) {
      if (!mesh.kustomizations().isPatched(policy.resource())) {
        check(policy.validation(), out);
      }
    }
  }

  /** Where names are listed, they alone are compared with the certificate of the backend. */
  private static void check(BackendValidation validation, Findings out) {
    Text host = validation.hostname();
    List<String> names = new ArrayList<>();
    for (View name : validation.subjectAltNames()) {
      Text listed = name.text("hostname");
      if (listed == null || listed.open()) {
        return;
      }
      names.add(listed.value());
    }
    if (host != null
        && !host.open()
        && !names.isEmpty()
        && !validation.isOpen("subjectAltNames")
        && names.stream().noneMatch(name -> covers(name, host.value()))) {
      out.report(
              host,
              "\"%s\" is asked for, but only %s is accepted from the backend"
                  .formatted(host, String.join(", ", names)))
          .as("policy");
    }
  }

  private static void check(Listener listener, Mesh mesh, Findings out) {
    Text host = listener.hostname();
    if (host == null || host.open() || listener.tls().isOpen("certificateRefs")) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (CertificateReference certificate : CertificateReference.of(listener)) {
      List<String> own = names(certificate, mesh);
      if (own == null) {
        return;
      }
      names.addAll(own);
    }
    String wanted = host.value().toLowerCase(Locale.ROOT);
    if (!names.isEmpty() && names.stream().noneMatch(name -> covers(name, wanted))) {
      out.report(
          host,
          "the certificate is for %s, not for \"%s\": clients refuse the connection"
              .formatted(String.join(", ", names.subList(0, Math.min(4, names.size()))), host));
    }
  }

  /** The hosts of a certificate; null where the files do not tell them. */
  private static @Nullable List<String> names(CertificateReference certificate, Mesh mesh) {
    if (!certificate.target().isA("", "Secret")) {
      return null;
    }
    List<String> names = new ArrayList<>();
    var found =
        mesh.secrets().find(certificate.target().name(), certificate.target().namespace()).values();
    for (MeshSecret secret : found) {
      List<String> own = names(secret, mesh);
      if (own.isEmpty()) {
        return null;
      }
      names.addAll(own);
    }
    return names.isEmpty() ? null : names;
  }

  private static List<String> names(MeshSecret secret, Mesh mesh) {
    List<String> names = new ArrayList<>();
    if (secret.secret() != null) {
      PemText pem = mesh.certificates().of(secret.secret().resource(), "tls.crt");
      if (pem != null && !pem.certificates().isEmpty()) {
        names.addAll(Certificates.hosts(pem.certificates().get(0)));
      }
    } else if (secret.at() instanceof Certificate certificate) {
      for (Text name : certificate.dnsNames()) {
        if (name.open()) {
          return List.of();
        }
        names.add(name.value());
      }
      Text common = certificate.commonName();
      if (common != null) {
        names.add(common.value());
      }
      if (certificate.spec().isOpen("dnsNames")
          || mesh.kustomizations().isPatched(certificate.resource())) {
        return List.of();
      }
    }
    return names;
  }

  /** A wildcard of a certificate stands for one label; that of a listener may be any host below. */
  private static boolean covers(String name, String host) {
    String own = name.toLowerCase(Locale.ROOT);
    int dot = host.indexOf('.');
    return own.equals(host)
        || (own.startsWith("*.") && dot >= 0 && host.substring(dot).equals(own.substring(1)))
        || (host.startsWith("*.") && own.endsWith(host.substring(1)));
  }
}
