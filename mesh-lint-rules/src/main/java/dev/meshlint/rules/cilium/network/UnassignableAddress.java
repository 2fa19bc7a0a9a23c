package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.IpAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address that no pool has, or that two Services ask for without sharing it. */
public final class UnassignableAddress extends MeshRule {
  private static final String IPS = "lbipam.cilium.io/ips";
  private static final String KEY = "lbipam.cilium.io/sharing-key";
  private static final String CROSS = "lbipam.cilium.io/sharing-cross-namespace";

  public UnassignableAddress() {
    super("cilium-unassignable-address");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    AssignableAddresses pools = new AssignableAddresses(mesh);
    Map<String, Service> owners = new HashMap<>();
    for (Service service : mesh.sorted(Service.class)) {
      Text addresses = addresses(service);
      if (addresses == null || addresses.open()) {
        continue;
      }
      for (String written : addresses.value().split(",", -1)) {
        IpAddress address = IpAddress.parse(written.strip());
        if (address != null && pools.lack(address)) {
          out.report(
                  addresses,
                  "no pool in view has address %s: the Service gets none"
                      .formatted(written.strip()))
              .as("outside");
        }
        Service owner = owners.putIfAbsent(written.strip(), service);
        if (owner != null && !isSame(owner, service)) {
          checkShared(addresses, written.strip(), owner, service, out);
        }
      }
    }
  }

  /** The addresses that a Service asks Cilium for; null where it asks for none or is served by another controller. */
  private static @Nullable Text addresses(Service service) {
    Text type = service.spec().text("loadBalancerClass");
    if (type != null && !type.value().startsWith("io.cilium/")) {
      return null;
    }
    Text current = service.metadata().annotation(IPS);
    Text older = service.metadata().annotation("io.cilium/lb-ipam-ips");
    Text field = service.spec().name("loadBalancerIP");
    return current != null ? current : older != null ? older : field;
  }

  private static void checkShared(
      Text place, String address, Service owner, Service service, Findings out) {
    String other = owner.resource().title();
    String problem =
        !share(owner, service)
            ? "and they do not share it"
            : !reach(owner, service)
                ? "which is in another namespace that is not named"
                : collide(owner, service) ? "on the same port" : null;
    if (problem != null) {
      out.report(
              place,
              "address %s is asked for by %s too, %s: one of them gets none"
                  .formatted(address, other, problem))
          .as(owner.resource().file() == service.resource().file() ? "together" : "apart")
          .related(owner, "asks for it too")
          .help("give both the same " + KEY + " and different ports");
    }
  }

  /** Whether Services of two namespaces may share, as one of them says; those of one namespace may. */
  private static boolean reach(Service one, Service other) {
    return one.resource().namespace().same(other.resource().namespace()) != NamespaceRef.Same.NO
        || one.metadata().annotation(CROSS) != null
        || other.metadata().annotation(CROSS) != null;
  }

  private static boolean collide(Service one, Service other) {
    Set<String> ports = new HashSet<>();
    for (ServicePort port : one.ports()) {
      ports.add(text(port));
    }
    for (ServicePort port : other.ports()) {
      if (port.port() != null && ports.contains(text(port))) {
        return true;
      }
    }
    return false;
  }

  private static String text(ServicePort port) {
    Text protocol = port.text("protocol");
    return port.port() + "/" + (protocol == null ? "TCP" : protocol.value());
  }

  private static boolean isSame(Service one, Service other) {
    return one.resource().name().equals(other.resource().name());
  }

  private static boolean share(Service one, Service other) {
    Text first = one.metadata().annotation(KEY);
    Text second = other.metadata().annotation(KEY);
    return first != null
        && second != null
        && (first.open() || second.open() || first.value().equals(second.value()));
  }
}
