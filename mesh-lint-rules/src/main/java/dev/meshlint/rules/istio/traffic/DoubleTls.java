package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.BackendTarget;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.Selector;
import dev.meshlint.core.mesh.VirtualServices.Leading;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.TLSRoute;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.TlsRoute;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proxies encrypt what clients have encrypted already. */
public final class DoubleTls extends MeshRule {
  public DoubleTls() {
    super("istio-double-tls");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<Resource> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Route route : mesh.attachments().routes()) {
      if (!(route instanceof TLSRoute)) {
        for (BackendTarget backend : mesh.attachments().backends(route)) {
          backend.found().values().forEach(found -> reached.add(found.resource()));
        }
      }
    }
    for (DestinationRule rule : mesh.all(DestinationRule.class)) {
      Selector proxies = Selector.of(rule.selector().labels());
      if (rule.host() != null && (proxies.isEmpty() || !mesh.gateways().areGateways(proxies))) {
        check(rule, rule.host(), reached, mesh, out);
      }
    }
  }

  private static void check(
      DestinationRule rule, Text host, Set<Resource> reached, Mesh mesh, Findings out) {
    TrafficPolicy policy = rule.trafficPolicy();
    Set<Integer> others = new HashSet<>();
    for (PortTrafficPolicy port : policy.portLevelSettings()) {
      if (port.port() != null) {
        others.add(port.port());
      }
    }
    List<MeshService> services =
        mesh.services().resolve(host, rule.resource().namespace()).values();
    for (MeshService service : mesh.nearness().nearest(services, rule.resource())) {
      if (reached.contains(service.resource()) || isOtherMistake(service, rule, mesh)) {
        continue;
      }
      for (MeshPort port : service.ports()) {
        Integer number = port.number();
        if (number != null
            && port.protocol().isTls()
            && !isForPlainText(rule, host, number, mesh)) {
          ClientTls tls = others.contains(number) ? ofPort(policy, number) : policy.tls();
          if (tls != null && originates(tls)) {
            report(tls, host, port, out);
          }
        }
      }
    }
  }

  private static @Nullable ClientTls ofPort(TrafficPolicy policy, int number) {
    for (PortTrafficPolicy port : policy.portLevelSettings()) {
      if (port.port() != null && port.port() == number) {
        return port.tls();
      }
    }
    return null;
  }

  private static boolean originates(ClientTls tls) {
    return tls.mode() == ClientTlsMode.SIMPLE || tls.mode() == ClientTlsMode.MUTUAL;
  }

  /** Servers inside of the mesh refuse such clients, or nothing verifies their certificates: other rules say so. */
  private static boolean isOtherMistake(MeshService service, DestinationRule rule, Mesh mesh) {
    return service.kubernetes() != null
        && (mesh.serverSides().areRefused(rule) || !hasAuthorities(rule));
  }

  private static boolean hasAuthorities(DestinationRule rule) {
    for (ClientTls tls : rule.tls()) {
      if (originates(tls) && !tls.has("caCertificates") && !tls.has("credentialName")) {
        return false;
      }
    }
    return true;
  }

  /** Whether routes bring there what they have read, so that it is not encrypted: the way to let the proxy encrypt it. */
  private static boolean isForPlainText(DestinationRule rule, Text host, int port, Mesh mesh) {
    HostName name = mesh.services().read(host, rule.resource().namespace());
    for (Leading leading : mesh.virtualServices().leadingTo(name)) {
      Integer to = leading.destination().destination().port();
      if (!(leading.destination().from() instanceof TlsRoute) && (to == null || to == port)) {
        return true;
      }
    }
    return false;
  }

  private static void report(ClientTls tls, Text host, MeshPort port, Findings out) {
    out.report(
            tls.at("mode"),
            "clients of port %d of \"%s\" speak TLS themselves: TLS mode %s encrypts it a second time and the server cannot read it"
                .formatted(port.number(), host, tls.mode()))
        .related(port.at(), "declared as " + port.protocol());
  }
}
