package dev.meshlint.rules.istio.extension;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One host and port declared by two ServiceEntries with different protocols. */
public final class ConflictingServiceEntries extends MeshRule {
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
          byPort.computeIfAbsent(key, any -> new ArrayList<>(1)).add(new Declared(service, port));
        }
      }
    }
    for (List<Declared> declared : byPort.values()) {
      for (Declared one : declared) {
        report(one, declared, mesh, out);
      }
    }
  }

  private static void report(Declared one, List<Declared> all, Mesh mesh, Findings out) {
    for (Declared other : all) {
      if (mesh.nearness().mayMeet(one.service().resource(), other.service().resource())
          && one.service().visibility().overlaps(other.service().visibility()) == Same.YES
          && kind(one.port().protocol()) != kind(other.port().protocol())) {
        out.report(
                one.port().at(),
                "port %d of host \"%s\" is %s here and %s in %s: one of them is taken for both"
                    .formatted(
                        one.port().number(),
                        one.service().host(),
                        one.port().protocol(),
                        other.port().protocol(),
                        other.service().title()))
            .related(other.port().at(), "the other one");
        return;
      }
    }
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
