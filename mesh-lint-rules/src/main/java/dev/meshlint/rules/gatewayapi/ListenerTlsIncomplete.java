package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.model.gatewayapi.ListenerTls;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The TLS settings of a listener do not fit its protocol. */
public final class ListenerTlsIncomplete extends MeshRule {
  public ListenerTlsIncomplete() {
    super("gateway-api-listener-tls-incomplete");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Gateway gateway : mesh.all(Gateway.class)) {
      if (!mesh.kustomizations().isPatched(gateway.resource())) {
        check(gateway.listeners(), out);
      }
    }
    for (ListenerSet set : mesh.all(ListenerSet.class)) {
      if (!mesh.kustomizations().isPatched(set.resource())) {
        check(set.listeners(), out);
      }
    }
  }

  private static void check(List<Listener> listeners, Findings out) {
    Map<Integer, Listener> modes = new HashMap<>();
    for (Listener listener : listeners) {
      Text protocol = listener.protocol();
      if (protocol != null && !protocol.open() && !listener.isOpen("tls")) {
        check(listener, protocol.value(), out);
        if (protocol.value().equals("TLS") && listener.port() != null) {
          checkMixed(modes.putIfAbsent(listener.port(), listener), listener, out);
        }
      }
    }
  }

  private static void check(Listener listener, String protocol, Findings out) {
    ListenerTls tls = listener.tls();
    Text mode = tls.mode();
    boolean passthrough = mode != null && mode.value().equals("Passthrough");
    switch (protocol) {
      case "HTTP", "TCP", "UDP" -> {
        if (tls.present()) {
          out.report(
                  listener.key("tls"),
                  "a listener of protocol %s has no TLS: the Gateway is refused"
                      .formatted(protocol))
              .as("refused")
              .fix(withTls(listener, protocol, tls, passthrough));
        }
      }
      case "HTTPS" -> checkHttps(listener, tls, passthrough, out);
      case "TLS" -> {
        if (mode == null) {
          out.report(
                  tls.present() ? tls : listener,
                  "protocol TLS needs tls.mode, Terminate or Passthrough: the Gateway is refused")
              .as("refused")
              .fix(terminate(tls));
        } else if (!passthrough) {
          checkCertificate(tls, out);
        }
      }
      default -> {
        // protocols of implementations have settings of their own
      }
    }
  }

  private static void checkHttps(
      Listener listener, ListenerTls tls, boolean passthrough, Findings out) {
    if (!tls.present()) {
      out.report(
              listener,
              "protocol HTTPS without tls has no certificate: nothing is served unless the"
                  + " implementation brings one")
          .as("without-tls");
    } else if (passthrough) {
      out.report(
              tls.at("mode"),
              "HTTPS listeners terminate TLS: for Passthrough the protocol is TLS, the Gateway is"
                  + " refused")
          .as("refused")
          .fix(protocol(listener, "TLS"));
    } else {
      checkCertificate(tls, out);
    }
  }

  /** The protocol that goes with the settings, where they are complete. */
  private static @Nullable Fix withTls(
      Listener listener, String protocol, ListenerTls tls, boolean passthrough) {
    if (protocol.equals("UDP") || (!passthrough && !hasCertificate(tls))) {
      return null;
    }
    boolean http = protocol.equals("HTTP") && !passthrough;
    return http || tls.mode() != null ? protocol(listener, http ? "HTTPS" : "TLS") : null;
  }

  private static @Nullable Fix terminate(ListenerTls tls) {
    return hasCertificate(tls) && tls.node() instanceof YamlMapping mapping
        ? Fixes.insertEntry("terminate TLS", false, mapping, "mode", "Terminate")
        : null;
  }

  private static @Nullable Fix protocol(Listener listener, String protocol) {
    Text written = listener.protocol();
    return written == null
        ? null
        : Fixes.replaceScalar("use protocol " + protocol, false, written.node(), protocol);
  }

  private static boolean hasCertificate(ListenerTls tls) {
    return tls.isOpen("certificateRefs")
        || tls.isOpen("options")
        || !tls.certificateRefs().isEmpty()
        || !tls.options().isEmpty();
  }

  private static void checkCertificate(ListenerTls tls, Findings out) {
    if (!hasCertificate(tls)) {
      out.report(
              tls,
              "TLS that is terminated needs certificateRefs or options: the Gateway is refused")
          .as("refused");
    }
  }

  private static void checkMixed(@Nullable Listener first, Listener listener, Findings out) {
    Text mode = listener.tls().mode();
    Text other = first == null ? null : first.tls().mode();
    if (first != null
        && mode != null
        && other != null
        && !mode.open()
        && !other.open()
        && !mode.value().equals(other.value())) {
      out.report(
              mode,
              "mode %s shares port %s with %s: not every implementation can do both on one port"
                  .formatted(mode, listener.port(), other))
          .related(first, "the other listener")
          .as("mixed");
    }
  }
}
