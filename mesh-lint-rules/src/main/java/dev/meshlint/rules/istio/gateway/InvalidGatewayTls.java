package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.GatewayServer;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.ServerTls;
import dev.meshlint.core.model.istio.ServerTlsMode;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortProtocol;
import java.util.List;

/** The protocol of a server and its TLS settings do not fit, or the settings lack a certificate. */
public final class InvalidGatewayTls extends MeshRule {
  private static final List<String> OF_MESH =
      List.of(
          "serverCertificate",
          "privateKey",
          "caCertificates",
          "tlsCertificates",
          "credentialName",
          "credentialNames");

  public InvalidGatewayTls() {
    super("istio-invalid-gateway-tls");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Gateway gateway : mesh.all(Gateway.class)) {
      if (mesh.kustomizations().isPatched(gateway.resource())) {
        continue;
      }
      for (Server server : gateway.servers()) {
        checkProtocol(new GatewayServer(gateway, server), out);
        checkMode(server.tls(), out);
      }
    }
    for (Sidecar sidecar : mesh.all(Sidecar.class)) {
      if (!mesh.kustomizations().isPatched(sidecar.resource())) {
        sidecar.ingress().forEach(listener -> checkMode(listener.tls(), out));
      }
    }
  }

  private static void checkProtocol(GatewayServer at, Findings out) {
    PortProtocol protocol = at.protocol();
    Text written = at.server().port().protocol();
    ServerTls tls = at.server().tls();
    if (!protocol.isKnown() || written == null || tls.open()) {
      return;
    }
    if (protocol.isTls()) {
      if (!tls.present()) {
        out.report(
            at, "a server with protocol %s needs \"tls\": istiod refuses it".formatted(written));
      }
    } else if (tls.present() && !(protocol.isHttp() && isRedirectOnly(tls))) {
      Located place = tls.has("mode") ? tls.at("mode") : at.server().key("tls");
      out.report(
          place,
          "a server with protocol %s ends no TLS: istiod refuses it, %s was meant"
              .formatted(written, protocol.isHttp() ? "HTTPS" : "TLS"));
    }
  }

  /** Plain HTTP may redirect to HTTPS; that is all a server without TLS may say about it. */
  private static boolean isRedirectOnly(ServerTls tls) {
    ServerTlsMode mode = tls.mode();
    return (mode.passesThrough() || mode == ServerTlsMode.UNKNOWN)
        && !tls.gives("serverCertificate")
        && !tls.gives("privateKey")
        && !tls.gives("caCertificates");
  }

  private static void checkMode(ServerTls tls, Findings out) {
    ServerTlsMode mode = tls.mode();
    if (!tls.present()) {
      return;
    }
    if (mode == ServerTlsMode.ISTIO_MUTUAL) {
      for (String field : OF_MESH) {
        if (tls.gives(field)) {
          out.report(
              tls.key(field),
              "mode ISTIO_MUTUAL uses the certificates of the mesh: \"%s\" is refused"
                  .formatted(field));
          return;
        }
      }
    } else if (mode.needsCertificate()
        && !tls.gives("credentialName")
        && !tls.gives("credentialNames")) {
      checkFiles(tls, mode, out);
    }
  }

  private static void checkFiles(ServerTls tls, ServerTlsMode mode, Findings out) {
    if (tls.gives("tlsCertificates")) {
      for (View certificate : tls.tlsCertificates()) {
        if (!certificate.has("serverCertificate") || !certificate.has("privateKey")) {
          out.report(
              certificate,
              "a certificate needs \"serverCertificate\" and \"privateKey\": istiod refuses the server");
        }
      }
    } else if (!tls.gives("serverCertificate") || !tls.gives("privateKey")) {
      out.report(
          tls.at("mode"),
          "mode %s needs \"credentialName\", or \"serverCertificate\" and \"privateKey\": istiod refuses the server"
              .formatted(mode));
      return;
    }
    if (mode.needsAuthority()
        && !tls.gives("caCertificates")
        && !tls.gives("caCertCredentialName")) {
      out.report(
          tls.at("mode"),
          "mode %s asks clients for a certificate and needs \"caCertificates\" to check it: istiod refuses the server"
              .formatted(mode));
    }
  }
}
