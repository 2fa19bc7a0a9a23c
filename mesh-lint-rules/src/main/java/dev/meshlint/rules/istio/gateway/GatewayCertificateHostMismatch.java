package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Certificates;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshSecret;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.Hosts;
import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.value.NamespacedHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The certificate of a TLS server is not for the hosts that it serves. */
public final class GatewayCertificateHostMismatch extends ResourceRule<Gateway> {
  public GatewayCertificateHostMismatch() {
    super("istio-gateway-certificate-host-mismatch", Gateway.class);
  }

  @Override
  public void check(Gateway gateway, Mesh mesh, Findings out) {
    if (mesh.kustomizations().isPatched(gateway.resource())) {
      return;
    }
    for (Server server : gateway.servers()) {
      List<Text> credentials = server.tls().credentials();
      if (server.tls().mode().needsCertificate() && !credentials.isEmpty()) {
        List<MeshSecret> secrets = new ArrayList<>();
        List<String> names = names(credentials, mesh, secrets);
        if (names != null) {
          checkHosts(server, names, secrets.get(0), out);
        }
      }
    }
  }

  /** The names of the certificates that the proxy chooses from; null where one of them is not in view. */
  private static @Nullable List<String> names(
      List<Text> credentials, Mesh mesh, List<MeshSecret> secrets) {
    List<String> names = new ArrayList<>();
    for (Text credential : credentials) {
      List<MeshSecret> named = mesh.secrets().anywhere(credential);
      if (named.isEmpty()) {
        return null;
      }
      for (MeshSecret secret : named) {
        List<String> held = mesh.certificates().hosts(secret);
        Resource resource = secret.resource();
        if (held == null || resource == null || mesh.kustomizations().isPatched(resource)) {
          return null;
        }
        names.addAll(held);
      }
      secrets.addAll(named);
    }
    return names;
  }

  private static void checkHosts(
      Server server, List<String> names, MeshSecret secret, Findings out) {
    for (Text written : server.hosts()) {
      String host = NamespacedHost.parse(written.value()).host().toLowerCase(Locale.ROOT);
      if (!written.open() && !isCovered(host, names)) {
        out.report(
                written,
                "the certificate is for %s, not for host \"%s\": clients refuse it"
                    .formatted(HostList.of(names), host))
            .related(secret, "the certificate");
      }
    }
  }

  /** A wildcard host is covered where the certificate has any name below it: routes narrow it down. */
  private static boolean isCovered(String host, List<String> names) {
    if (!Hosts.isWildcard(host)) {
      return IpAddress.parse(host) != null || Certificates.cover(names, host);
    }
    for (String name : names) {
      if (Hosts.matches(host, name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
