package dev.meshlint.rules.istio.extension;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.CommonClients;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Resolution;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.istio.ServiceLocation;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One host and port declared by two ServiceEntries, or by one and a Service of the cluster. */
public final class ConflictingServiceEntries extends MeshRule {
  /** So many declarations of one port are compared at most: more only repeat the finding. */
  private static final int COMPARED = 64;

  private record Declared(MeshService service, MeshPort port) {}

  public ConflictingServiceEntries() {
    super("istio-conflicting-service-entries");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<String, List<Declared>> byPort = new LinkedHashMap<>();
    for (MeshService service : mesh.services().entries()) {
      for (MeshPort port : service.ports()) {
        if (port.number() != null) {
          String key = service.host().toLowerCase(Locale.ROOT) + ":" + port.number();
          List<Declared> declared = byPort.computeIfAbsent(key, any -> new ArrayList<>(1));
          if (declared.size() < COMPARED) {
            declared.add(new Declared(service, port));
          }
        }
      }
    }
    for (ServiceEntry entry : mesh.all(ServiceEntry.class)) {
      entry.hosts().forEach(host -> checkHost(entry, host, mesh, out));
    }
    for (List<Declared> declared : byPort.values()) {
      for (Declared one : declared) {
        report(one, declared, mesh, out);
      }
    }
  }

  /** An entry that takes a service of the cluster for one outside the mesh. */
  private static void checkHost(ServiceEntry entry, Text host, Mesh mesh, Findings out) {
    if (entry.location() != ServiceLocation.MESH_EXTERNAL
        || !(mesh.services().read(host, entry.resource().namespace())
            instanceof HostName.ServiceName name)) {
      return;
    }
    for (MeshService service : mesh.services().maybe(name.name(), name.namespace())) {
      if (service.kubernetes() != null
          && service.namespace().same(name.namespace()) == Same.YES
          && mesh.nearness().mayMeet(entry.resource(), service.resource())) {
        out.report(
                host,
                "host \"%s\" is %s and taken for one outside the mesh here: calls to it lose mutual TLS where this wins"
                    .formatted(host, service.title()))
            .as("service")
            .related(service, "the service");
        return;
      }
    }
  }

  private static void report(Declared one, List<Declared> all, Mesh mesh, Findings out) {
    Declared worst = null;
    String difference = null;
    for (Declared other : all) {
      if (other.service().resource() != one.service().resource()
          && mesh.nearness().mayMeet(one.service().resource(), other.service().resource())
          && one.service().visibility().overlaps(other.service().visibility()) == Same.YES
          && CommonClients.mayExist(mesh, one.service(), other.service())) {
        if (kind(one.port().protocol()) != kind(other.port().protocol())) {
          reportProtocol(one, other, out);
          return;
        }
        String setting = difference(one, other);
        if (worst == null || (difference == null && setting != null)) {
          worst = other;
          difference = setting;
        }
      }
    }
    if (worst != null) {
      reportRepeated(one, worst, difference, out);
    }
  }

  private static void reportProtocol(Declared one, Declared other, Findings out) {
    out.report(
            one.port().at(),
            "port %d of host \"%s\" is %s here and %s in %s: one of them is taken for both"
                .formatted(
                    one.port().number(),
                    one.service().host(),
                    one.port().protocol(),
                    other.port().protocol(),
                    other.service().title()))
        .as("protocol")
        .related(other.port().at(), "the other one");
  }

  private static void reportRepeated(
      Declared one, Declared other, @Nullable String setting, Findings out) {
    boolean alike = one.port().protocol() != other.port().protocol();
    String effect =
        setting == null ? "" : ", with another " + setting + ": one of them is taken for both";
    out.report(
            one.port().at(),
            "port %d of host \"%s\" is declared by %s too"
                    .formatted(one.port().number(), one.service().host(), other.service().title())
                + effect)
        .as(setting != null ? "setting" : alike ? "alike" : "repeated")
        .related(other.port().at(), "the other one");
  }

  /** The setting by which the two differ, or null. */
  private static @Nullable String difference(Declared one, Declared other) {
    ServiceEntry here = one.service().entry();
    ServiceEntry there = other.service().entry();
    if (here == null || there == null) {
      return null;
    }
    if (here.resolution() != there.resolution()
        && here.resolution() != Resolution.UNKNOWN
        && there.resolution() != Resolution.UNKNOWN) {
      return "resolution";
    }
    return here.location() != there.location()
            && here.location() != ServiceLocation.UNKNOWN
            && there.location() != ServiceLocation.UNKNOWN
        ? "location"
        : null;
  }

  /** Protocols that Istio treats alike. */
  private static PortProtocol kind(PortProtocol protocol) {
    return switch (protocol) {
      case HTTPS -> PortProtocol.TLS;
      case GRPC, GRPC_WEB -> PortProtocol.HTTP2;
      default -> protocol;
    };
  }
}
