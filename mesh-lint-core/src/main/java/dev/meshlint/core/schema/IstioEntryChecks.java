package dev.meshlint.core.schema;

import dev.meshlint.core.value.IstioDuration;
import dev.meshlint.core.value.PortProtocol;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks between the parts of a ServiceEntry of Istio. */
final class IstioEntryChecks {
  static final Set<String> NAMES =
      Set.of("istio-service-entry", "istio-endpoint-ports", "istio-connect-timeout");

  private IstioEntryChecks() {}

  static void run(String name, YamlNode node, Scope scope, Problems problems) {
    switch (name) {
      case "istio-service-entry" -> entry(node, scope, problems);
      case "istio-endpoint-ports" -> endpointPorts(node, scope, problems);
      case "istio-connect-timeout" -> connectTimeout(node, problems);
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void connectTimeout(YamlNode node, Problems problems) {
    String text = ValuePath.text(node);
    String problem = text == null ? null : IstioDuration.problem(text);
    if (text != null && problem == null && Durations.longer(text, "1h") == Tri.YES) {
      problem = "it is longer than 1h";
    }
    if (text != null && problem != null) {
      problems.invalid(
          Rules.INVALID_VALUE,
          null,
          node,
          "\"connectTimeout\" must be a duration from 1ms to 1h, not "
              + Values.quote(text)
              + ": "
              + problem);
    }
  }

  private static void entry(YamlNode spec, Scope scope, Problems problems) {
    String resolution = Items.text(spec, scope, "resolution");
    List<YamlNode> endpoints = Items.of(Items.at(spec, "endpoints"));
    List<YamlNode> ports = Items.of(Items.at(spec, "ports"));
    if ("DNS_ROUND_ROBIN".equals(resolution) && endpoints.size() > 1) {
      problems.report(
          Rules.CONFLICTING_FIELDS,
          null,
          endpoints.get(1),
          "resolution DNS_ROUND_ROBIN takes one endpoint, not " + endpoints.size());
    }
    for (YamlNode endpoint : endpoints) {
      String address = Items.text(endpoint, scope, "address");
      if (address != null && address.startsWith("unix://") && ports.size() != 1) {
        problems.report(
            Rules.INVALID_VALUE,
            null,
            endpoint,
            "an endpoint that is a Unix socket needs exactly one port of the service, not "
                + ports.size());
      }
    }
    hosts(spec, resolution, ports, scope, problems);
  }

  /** Only HTTP and TLS tell hosts apart that share a port. */
  private static void hosts(
      YamlNode spec,
      @Nullable String resolution,
      List<YamlNode> ports,
      Scope scope,
      Problems problems) {
    YamlNode hosts = Items.at(spec, "hosts");
    if (hosts == null
        || Items.of(hosts).size() < 2
        || resolution == null
        || resolution.equals("NONE")
        || resolution.equals("DYNAMIC_DNS")) {
      return;
    }
    for (YamlNode port : ports) {
      YamlNode written = Items.at(port, "protocol");
      String protocol = written == null ? "" : Items.text(port, scope, "protocol");
      if (protocol == null) {
        continue;
      }
      boolean told =
          switch (PortProtocol.parse(protocol)) {
            case HTTP, HTTP2, HTTP_PROXY, GRPC, GRPC_WEB, HTTPS, TLS -> true;
            default -> false;
          };
      if (!told) {
        problems.report(
            Rules.CONFLICTING_FIELDS,
            null,
            hosts,
            "several hosts share a port whose protocol is neither HTTP nor TLS, so they cannot be told apart");
        return;
      }
    }
  }

  private static void endpointPorts(YamlNode node, Scope scope, Problems problems) {
    Set<String> names = new HashSet<>();
    for (YamlNode port : Items.of(Items.at(scope.resource().node(), "spec", "ports"))) {
      String name = Items.text(port, scope, "name");
      if (name == null) {
        return;
      }
      names.add(name);
    }
    if (node instanceof YamlMapping ports) {
      for (YamlMapping.Entry port : ports.entries()) {
        String name = port.name();
        if (name != null && !names.contains(name) && !OpenNodes.isPlaceholder(port.key())) {
          problems.report(
              Rules.INVALID_VALUE,
              null,
              port.key(),
              Values.quote(name) + " is not the name of a port of the service");
        }
      }
    }
  }
}
