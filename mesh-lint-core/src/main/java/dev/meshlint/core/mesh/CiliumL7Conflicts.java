package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.EnvoyListener;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TlsContext;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What policies ask of the same port of the same pods and cannot both have: the agent merges all of them into one filter a
 * port, and fails where that is not possible. Source: Cilium's documentation, "Layer 7 Policies".
 */
public final class CiliumL7Conflicts {
  private final Map<String, Use> first = new HashMap<>();
  private final List<Conflict> found = new ArrayList<>();
  private final Mesh mesh;

  /** What two entries disagree about. */
  public enum About {
    /** The protocol of the requests. */
    PROTOCOL,
    /** Certificates. */
    TLS,
    /** The listener that gets the traffic. */
    LISTENER,
    /** How peers prove who they are. */
    AUTHENTICATION
  }

  /**
   * Two entries that exclude each other.
   *
   * @param about what they disagree about
   * @param place the later one
   * @param value what it asks for
   * @param other the earlier one
   * @param otherValue what that asks for
   */
  public record Conflict(
      About about, Located place, String value, Located other, String otherValue) {}

  private record Use(Located place, String value) {}

  CiliumL7Conflicts(Mesh mesh) {
    this.mesh = mesh;
    List<PolicyRule> rules = new ArrayList<>(mesh.ciliumPolicies().rules());
    rules.sort(Comparator.comparing(rule -> rule.resource().title()));
    for (PolicyRule rule : rules) {
      List<TrafficRule> asking = rule.isForNodes() ? List.of() : asking(rule);
      if (!asking.isEmpty()) {
        CiliumSelection subject = CiliumSelection.subject(rule);
        String pods = subject.canonical();
        for (TrafficRule entry : subject.open() ? List.<TrafficRule>of() : asking) {
          add(entry, pods + entry.isIngress());
        }
      }
    }
  }

  /** The entries that ask for more than ports: most do not. */
  private static List<TrafficRule> asking(PolicyRule rule) {
    List<TrafficRule> asking = new ArrayList<>();
    for (TrafficRule entry : rule.traffic()) {
      boolean more = entry.authenticationMode() != null;
      for (PortRule ports : entry.toPorts()) {
        more |=
            ports.has("rules")
                || ports.has("listener")
                || ports.has("terminatingTLS")
                || ports.has("originatingTLS");
      }
      if (more && !entry.isDeny()) {
        asking.add(entry);
      }
    }
    return asking;
  }

  /** All that were found, by the titles of the policies. */
  public List<Conflict> found() {
    return List.copyOf(found);
  }

  private void add(TrafficRule entry, String subject) {
    String peers = CiliumPeers.canonical(entry);
    Text mode = entry.authenticationMode();
    if (peers != null && mode != null && !mode.open() && entry.toPorts().isEmpty()) {
      add(About.AUTHENTICATION, subject + peers, new Use(mode, mode.value()));
    }
    for (PortRule ports : entry.toPorts()) {
      for (PortProtocol port : ports.ports()) {
        Text number = port.port();
        if (number != null && !number.open() && !port.isOpen("protocol")) {
          add(ports, subject + ' ' + number.value(), port.protocol(), peers);
          if (peers != null && mode != null && !mode.open()) {
            Text protocol = port.protocol();
            String key = subject + number.value() + (protocol == null ? "" : protocol) + peers;
            add(About.AUTHENTICATION, key, new Use(mode, mode.value()));
          }
        }
      }
    }
  }

  private void add(PortRule ports, String port, @Nullable Text protocol, @Nullable String peers) {
    for (String kind : List.of("http", "dns")) {
      if (ports.rules().has(kind)) {
        String transport = kind.equals("http") || protocol == null ? "TCP" : protocol.value();
        String key = port + (transport.equals("ANY") ? "TCP" : transport);
        add(About.PROTOCOL, key, new Use(ports.key("rules"), kind));
      }
    }
    if (peers == null) {
      return;
    }
    for (String kind : List.of("terminatingTLS", "originatingTLS")) {
      String context = context(ports.child(kind, TlsContext::new));
      if (context != null) {
        add(About.TLS, port + kind + peers, new Use(ports.key(kind), context));
      }
    }
    EnvoyListener listener = ports.listener();
    Text name = listener.name();
    Text config = listener.envoyConfig().name();
    if (name != null && config != null && !name.open() && !config.open()) {
      String key = port + "listener" + listener.priority() + peers;
      add(About.LISTENER, key, new Use(ports.key("listener"), config.value() + "/" + name.value()));
    }
  }

  private static @Nullable String context(TlsContext tls) {
    Text secret = tls.secret().name();
    if (secret == null || secret.open()) {
      return null;
    }
    Text namespace = tls.secret().namespace();
    String where = namespace == null ? "" : namespace.value() + "/";
    return where + secret.value();
  }

  private void add(About about, String key, Use use) {
    Use earlier = first.putIfAbsent(about + key, use);
    if (earlier != null
        && !earlier.value().equals(use.value())
        && meet(earlier.place(), use.place())) {
      found.add(new Conflict(about, use.place(), use.value(), earlier.place(), earlier.value()));
    }
  }

  private boolean meet(Located one, Located other) {
    Resource earlier = one.resource();
    Resource later = other.resource();
    return earlier != null
        && later != null
        && one.node() != other.node()
        && mesh.cilium().openings().meet(earlier, later);
  }
}
