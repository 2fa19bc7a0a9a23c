package dev.meshlint.rules.mutation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fields without which a resource is refused. */
final class RequiredFields {
  private static final Map<String, List<String>> BY_TYPE =
      Map.ofEntries(
          Map.entry(Types.DESTINATION_RULE, List.of("spec.host", "spec.subsets.*.name")),
          Map.entry(
              Types.ISTIO_GATEWAY,
              List.of(
                  "spec.servers.*.port",
                  "spec.servers.*.hosts",
                  "spec.servers.*.port.number",
                  "spec.servers.*.port.name",
                  "spec.servers.*.port.protocol")),
          Map.entry(Types.SERVICE_ENTRY, List.of("spec.hosts", "spec.ports.*.name")),
          Map.entry(
              Types.VIRTUAL_SERVICE,
              List.of(
                  "spec.http|tcp|tls.*.route.*.destination",
                  "spec.http|tcp|tls.*.route.*.destination.host",
                  "spec.tls.*.match")),
          Map.entry(
              Types.GATEWAY,
              List.of(
                  "spec.gatewayClassName",
                  "spec.listeners",
                  "spec.listeners.*.name",
                  "spec.listeners.*.port",
                  "spec.listeners.*.protocol")),
          Map.entry(
              Types.HTTP_ROUTE,
              List.of(
                  "spec.parentRefs.*.name",
                  "spec.rules.*.backendRefs.*.name",
                  "spec.rules.*.filters.*.type")),
          Map.entry(
              Types.GRPC_ROUTE,
              List.of("spec.parentRefs.*.name", "spec.rules.*.backendRefs.*.name")),
          Map.entry(
              Types.REFERENCE_GRANT,
              List.of(
                  "spec.from",
                  "spec.to",
                  "spec.from.*.namespace",
                  "spec.from.*.kind",
                  "spec.to.*.kind")),
          Map.entry(Types.SERVER, List.of("spec.port", "spec.podSelector")),
          Map.entry(
              Types.LINKERD_AUTHORIZATION,
              List.of(
                  "spec.targetRef",
                  "spec.requiredAuthenticationRefs",
                  "spec.targetRef.kind",
                  "spec.targetRef.name")),
          Map.entry(Types.NETWORK_AUTHENTICATION, List.of("spec.networks", "spec.networks.*.cidr")),
          Map.entry(Types.CILIUM_POLICY, List.of("spec.endpointSelector")),
          Map.entry(Types.SERVICE, List.of("spec.ports.*.port")));

  private RequiredFields() {}

  /** The paths to those of some type. */
  static Stream<String> of(String type) {
    return BY_TYPE.getOrDefault(type, List.of()).stream();
  }
}
