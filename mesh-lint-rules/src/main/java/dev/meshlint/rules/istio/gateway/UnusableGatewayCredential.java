package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshSecret;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.ServerTls;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.model.kubernetes.SecretEntry;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.Pem;
import dev.meshlint.core.value.Placeholders;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The Secret of a TLS server is not where the proxy can read it, or lacks what the server needs. */
public final class UnusableGatewayCredential extends ResourceRule<Gateway> {
  public UnusableGatewayCredential() {
    super("istio-unusable-gateway-credential", Gateway.class);
  }

  @Override
  public void check(Gateway gateway, Mesh mesh, Findings out) {
    if (gateway.selector().labels().isEmpty()) {
      return;
    }
    Set<NamespaceRef> proxies = new LinkedHashSet<>();
    for (MeshWorkload proxy : mesh.gateways().workloads(gateway).values()) {
      proxies.add(proxy.namespace());
    }
    for (Server server : gateway.servers()) {
      if (server.tls().mode().needsCertificate() && !proxies.isEmpty()) {
        for (Text name : server.tls().credentials()) {
          check(server.tls(), name, home(name, proxies, mesh), mesh, out);
        }
      }
    }
  }

  /** The namespace of a proxy that has the Secret, or may have it; of any proxy where none has. */
  private static NamespaceRef home(Text name, Set<NamespaceRef> proxies, Mesh mesh) {
    NamespaceRef home = proxies.iterator().next();
    for (NamespaceRef proxy : proxies) {
      Answer<MeshSecret> answer = mesh.secrets().credential(name, proxy);
      if (answer.isFound()) {
        return proxy;
      }
      home = answer.isAbsent() ? home : proxy;
    }
    return home;
  }

  private static void check(ServerTls tls, Text name, NamespaceRef proxy, Mesh mesh, Findings out) {
    Answer<MeshSecret> answer = mesh.secrets().credential(name, proxy);
    if (answer instanceof NotFound<MeshSecret> missing) {
      reportMissing(name, missing, proxy, out);
    } else {
      List<MeshSecret> secrets = mesh.nearness().nearest(answer.values(), name.resource());
      if (!checkPair(name, secrets, mesh, out) && tls.mode().needsAuthority()) {
        checkAuthority(tls, name, secrets, proxy, mesh, out);
      }
    }
  }

  private static void reportMissing(
      Text name, NotFound<MeshSecret> missing, NamespaceRef proxy, Findings out) {
    Report report =
        out.report(
            name,
            missing,
            "Secret \"%s\" is not%s in namespace \"%s\", where the gateway's proxy runs%s"
                .formatted(
                    name,
                    missing.isAbsent() ? "" : " in view",
                    proxy,
                    missing.isAbsent() ? ": TLS handshakes fail" : ""));
    if (missing instanceof Absent<MeshSecret> absent
        && absent.evidence() == Evidence.NEAR_MISS
        && absent.nearest() != null) {
      String near = absent.nearest();
      report.fix(Fixes.replaceScalar("name the Secret \"" + near + "\"", false, name.node(), near));
    }
  }

  private static boolean checkPair(Text name, List<MeshSecret> secrets, Mesh mesh, Findings out) {
    for (MeshSecret secret : secrets) {
      boolean generic = !secret.lacks("cert") && !secret.lacks("key");
      if (generic || (!secret.lacks("tls.crt") && !secret.lacks("tls.key"))) {
        String key = generic ? "cert" : "tls.crt";
        return checkCertificate(name, key, secret, out)
            || checkValidity(name, key, secret, mesh, out);
      }
    }
    out.report(
            name,
            "Secret \"%s\" has neither \"tls.crt\" with \"tls.key\" nor \"cert\" with \"key\": TLS handshakes fail"
                .formatted(name))
        .as("content")
        .related(secrets.get(0), "the Secret");
    return true;
  }

  /** What ended is a mistake of the Secret; here it is said whom it takes down. */
  private static boolean checkValidity(
      Text name, String key, MeshSecret held, Mesh mesh, Findings out) {
    Secret secret = held.secret();
    PemText text = secret == null ? null : mesh.certificates().of(secret.resource(), key);
    X509Certificate first = text == null ? null : text.firstToEnd();
    if (text == null || first == null || !PemText.end(first).isBefore(mesh.settings().now())) {
      return false;
    }
    out.report(
            name,
            "the certificate of Secret \"%s\" ended on %s: TLS handshakes fail"
                .formatted(name, LocalDate.ofInstant(PemText.end(first), ZoneOffset.UTC)))
        .as("expired")
        .related(text, "the certificate");
    return true;
  }

  /** Of a Secret of type kubernetes.io/tls another rule says so, whoever uses it. */
  private static boolean checkCertificate(Text name, String key, MeshSecret held, Findings out) {
    Secret secret = held.secret();
    SecretEntry entry = secret == null ? null : secret.value(key);
    byte[] bytes = entry == null || entry.isEmpty() ? null : entry.bytes();
    if (secret == null || bytes == null || isForTls(secret)) {
      return false;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (Pem.isIn(text) || Placeholders.inText(text)) {
      return false;
    }
    out.report(
            name,
            "Secret \"%s\" holds no certificate under \"%s\": TLS handshakes fail"
                .formatted(name, key))
        .as("content")
        .related(held, "the Secret");
    return true;
  }

  private static boolean isForTls(Secret secret) {
    Text type = secret.type();
    return type != null && type.is("kubernetes.io/tls");
  }

  private static void checkAuthority(
      ServerTls tls,
      Text name,
      List<MeshSecret> secrets,
      NamespaceRef proxy,
      Mesh mesh,
      Findings out) {
    Text other = tls.caCertCredentialName();
    if (other != null) {
      if (mesh.secrets().credential(other, proxy) instanceof NotFound<MeshSecret> missing) {
        reportMissing(other, missing, proxy, out);
      }
      return;
    }
    for (MeshSecret secret : secrets) {
      if (!secret.lacks("ca.crt") || !secret.lacks("cacert")) {
        return;
      }
    }
    String companion = name.value() + "-cacert";
    if (!tls.gives("caCertificates")
        && mesh.secrets().find(companion, proxy) instanceof NotFound<MeshSecret> missing) {
      out.report(
              name,
              missing,
              "mode %s needs \"ca.crt\" in Secret \"%s\" or a Secret \"%s\": no client is accepted"
                  .formatted(tls.mode(), name, companion))
          .related(secrets.get(0), "the Secret without authorities");
    }
  }
}
