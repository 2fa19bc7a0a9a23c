package dev.meshlint.rules.istio.extension;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Resolution;
import dev.meshlint.core.model.istio.ServerPort;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortProtocol;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** TCP carries no host: without addresses of their own the hosts of ServiceEntries cannot be told apart. */
public final class IndistinguishableTcpHosts extends MeshRule {
  /** So many entries on one port are compared at most: more only repeat the finding. */
  private static final int COMPARED = 50;

  private static final String ALLOCATION = "networking.istio.io/enable-autoallocate-ip";

  private record Exposed(MeshService service, ServiceEntry entry, MeshPort port) {
    @Override
    public String toString() {
      boolean declared = port.at() instanceof ServerPort written && written.has("protocol");
      return (declared ? "TCP port " : "undeclared port ")
          + port.number()
          + " of \""
          + service.host()
          + '"';
    }
  }

  public IndistinguishableTcpHosts() {
    super("istio-indistinguishable-tcp-hosts");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<Integer, List<Exposed>> byPort = new LinkedHashMap<>();
    for (MeshService service : mesh.services().entries()) {
      ServiceEntry entry = service.entry();
      if (entry != null && isWithoutAddress(entry)) {
        for (MeshPort port : service.ports()) {
          if (port.number() != null && isPlainTcp(port.protocol())) {
            byPort
                .computeIfAbsent(port.number(), any -> new ArrayList<>(1))
                .add(new Exposed(service, entry, port));
          }
        }
      }
    }
    boolean capturesDns = mesh.configuration().capturesDns();
    Set<YamlNode> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Exposed> exposed : byPort.values()) {
      for (Exposed one : exposed) {
        boolean allocated = capturesDns && !isWithoutAllocation(one.entry());
        if (!allocated && reported.add(one.port().at().node())) {
          report(one, other(one, exposed, mesh), out);
        }
      }
    }
    mesh.all(ServiceEntry.class).forEach(entry -> checkHosts(entry, out));
  }

  private static void report(Exposed one, @Nullable Exposed other, Findings out) {
    if (other != null) {
      out.report(
              one.port().at(),
              "%s and that of \"%s\" cannot be told apart without addresses: one of them gets the traffic of both"
                  .formatted(one, other.service().host()))
          .as("one-port")
          .related(other.port().at(), "the other one");
    } else if (isWithoutAllocation(one.entry())) {
      out.report(
              one.port().at(),
              "%s has no address and gets none: all connections to this port, whatever the host, count as its own"
                  .formatted(one))
          .as("no-allocation");
    } else {
      out.report(
              one.port().at(),
              "%s has no address: unless proxies capture DNS, all connections to this port count as its own"
                  .formatted(one))
          .as("automatic");
    }
  }

  private static @Nullable Exposed other(Exposed one, List<Exposed> exposed, Mesh mesh) {
    for (Exposed other : exposed.subList(0, Math.min(exposed.size(), COMPARED))) {
      if (!one.service().host().equalsIgnoreCase(other.service().host())
          && mesh.nearness().mayMeet(one.entry().resource(), other.entry().resource())
          && one.service().visibility().overlaps(other.service().visibility()) == Same.YES) {
        return other;
      }
    }
    return null;
  }

  /** Hosts with TLS share an address only as long as every client sends the name of the server. */
  private static void checkHosts(ServiceEntry entry, Findings out) {
    Resolution resolution = entry.resolution();
    boolean resolved = resolution == Resolution.DNS || resolution == Resolution.DNS_ROUND_ROBIN;
    if (!resolved || entry.hosts().size() < 2 || entry.addresses().isEmpty()) {
      return;
    }
    for (ServerPort port : entry.ports()) {
      Text protocol = port.protocol();
      if (protocol != null && !protocol.open() && PortProtocol.parse(protocol.value()).isTls()) {
        out.report(
                entry.spec().at("hosts"),
                "%d hosts share the addresses of this entry: on port %s only the server name that clients send tells them apart"
                    .formatted(entry.hosts().size(), port.number()))
            .as("shared-addresses");
        return;
      }
    }
  }

  private static boolean isPlainTcp(PortProtocol protocol) {
    return protocol.isTcp() && !protocol.isTls();
  }

  private static boolean isWithoutAddress(ServiceEntry entry) {
    return entry.addresses().isEmpty()
        && !entry.spec().isOpen("addresses")
        && !entry.child("status").has("addresses");
  }

  private static boolean isWithoutAllocation(ServiceEntry entry) {
    return entry.resolution() == Resolution.NONE
        || "false".equals(entry.resource().label(ALLOCATION));
  }
}
