package dev.meshlint.rules.istio.workload;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.PortProtocol;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A port whose name or appProtocol was meant to tell Istio the protocol and does not. */
public final class MisnamedPort extends ResourceRule<Service> {
  private static final List<String> PROTOCOLS =
      List.of("http", "http2", "https", "grpc", "grpc-web", "mongo", "mysql", "redis", "tls");

  /** Protocols that names of ports begin with, the longer ones first. */
  private static final List<String> GLUED = List.of("https", "http2", "http", "grpc");

  public MisnamedPort() {
    super("istio-misnamed-port", Service.class);
  }

  @Override
  public void check(Service service, Mesh mesh, Findings out) {
    if (!mesh.members().find(service).isFound()) {
      return;
    }
    for (ServicePort port : service.ports()) {
      Text transport = port.protocol();
      if (transport == null || transport.is("TCP")) {
        check(service, port, out);
      }
    }
  }

  private static void check(Service service, ServicePort port, Findings out) {
    Text name = port.name();
    Text application = port.appProtocol();
    if (application != null && !application.open()) {
      checkApplication(application, name, out);
    } else if (service.isExternalName()) {
      checkExternalName(port, out);
    } else if (name != null && !name.open()) {
      String meant = meant(name.value());
      if (meant != null) {
        out.report(
                name,
                "port name \"%s\" does not begin with a protocol that Istio knows: the protocol is guessed from what is sent"
                    .formatted(name))
            .as("name")
            .help("did you mean \"" + meant + "\"?")
            .fix(Fixes.replaceScalar("name it \"" + meant + '"', false, name.node(), meant));
      }
    }
  }

  private static void checkApplication(Text application, @Nullable Text name, Findings out) {
    PortProtocol told = PortProtocol.parse(application.value());
    if (application.value().indexOf('/') >= 0) {
      return;
    }
    if (!told.isKnown()) {
      out.report(
              application,
              "appProtocol \"%s\" is none that Istio knows: the protocol is guessed from what is sent"
                  .formatted(application))
          .as("app-protocol");
      return;
    }
    PortProtocol named = name == null ? PortProtocol.UNSUPPORTED : named(name.value());
    if (named.isKnown() && named.isHttp() != told.isHttp()) {
      out.report(
              application,
              "appProtocol \"%s\" and port name \"%s\" disagree: appProtocol wins"
                  .formatted(application, name))
          .as("app-protocol");
    }
  }

  private static void checkExternalName(ServicePort port, Findings out) {
    Text name = port.name();
    if (name != null && name.open()) {
      return;
    }
    PortProtocol read = MeshPort.of(port).protocol();
    if (read == PortProtocol.TCP || !read.isKnown()) {
      out.report(
              name == null ? port : name,
              "an ExternalName service with a TCP port captures that port for all hosts of the mesh")
          .as("external-name");
    }
  }

  private static PortProtocol named(String name) {
    int hyphen = name.indexOf('-');
    return PortProtocol.parse(hyphen < 0 ? name : name.substring(0, hyphen));
  }

  /** {@code httpapi} lacks the hyphen of {@code http-api}. */
  private static @Nullable String glued(String name) {
    for (String protocol : GLUED) {
      String rest = name.startsWith(protocol) ? name.substring(protocol.length()) : "";
      if (rest.length() > 2 && rest.chars().allMatch(Character::isLetter)) {
        return protocol + "-" + rest;
      }
    }
    return null;
  }

  /** The name that was plainly meant: a slip in the protocol, or the protocol at the wrong end. */
  static @Nullable String meant(String name) {
    if (named(name).isKnown() || name.startsWith("grpc-web")) {
      return null;
    }
    int hyphen = name.indexOf('-');
    String first = (hyphen < 0 ? name : name.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    String rest = hyphen < 0 ? "" : name.substring(hyphen);
    String glued = hyphen < 0 ? glued(first) : null;
    if (glued != null) {
      return glued;
    }
    String near = first.length() < 4 ? null : NearMiss.suggestion(first, PROTOCOLS);
    if (near != null && near.length() >= 4 && Math.abs(near.length() - first.length()) <= 1) {
      return near + rest;
    }
    int last = name.lastIndexOf('-');
    String end = last < 0 ? "" : name.substring(last + 1);
    return PROTOCOLS.contains(end) ? end + "-" + name.substring(0, last) : null;
  }
}
