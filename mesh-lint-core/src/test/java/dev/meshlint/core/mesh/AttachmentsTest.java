package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.Attachment.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order in which Gateways look at a route: section, port, namespace, kind, hosts. */
class AttachmentsTest {
  private static String gateway(String listener) {
    return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: public, namespace: edge}
        spec: {gatewayClassName: istio, listeners: [{name: web, port: 80, %s}]}
        ---
        """
        .formatted(listener);
  }

  private static String route(String namespace, String parent, String hostnames) {
    return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: books, namespace: %s}
        spec: {parentRefs: [%s], hostnames: [%s]}
        ---
        """
        .formatted(namespace, parent, hostnames);
  }

  private static Outcome outcome(String manifests) {
    return Meshes.of(manifests).attachments().all().get(0).outcome();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what | the listener | namespace, parent and host of the route | outcome
        "a route of the own namespace attaches| protocol: HTTP| edge| name: public| | ATTACHED",
        "a missing section stops it first| protocol: TCP| shop| name: public, namespace: edge, sectionName: wbe| | NO_SECTION",
        "the port must be that of the listener| protocol: HTTP| edge| name: public, sectionName: web, port: 81| | NO_PORT",
        "other namespaces are not admitted by default| protocol: HTTP| shop| name: public, namespace: edge| | NAMESPACE",
        "a namespace that is not in view may have any label| protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: shop}}}}| shop| name: public, namespace: edge| | ATTACHED",
        "its name is a label that it always has| protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: library}}}}| shop| name: public, namespace: edge| | NAMESPACE",
        "a listener for TCP takes no HTTPRoute| protocol: TCP| edge| name: public| | KIND",
        "a wildcard does not cover its own domain| protocol: HTTP, hostname: '*.shop.example'| edge| name: public| shop.example| HOSTNAME",
        "a placeholder may fit| protocol: HTTP, hostname: '*.shop.example'| edge| name: public| '${HOST}'| ATTACHED",
      })
  void attaches_or_says_why_not(
      String what,
      String listener,
      String namespace,
      String parent,
      @Nullable String host,
      Outcome expected) {
    String hosts = host == null ? "" : host;
    assertThat(outcome(gateway(listener) + route(namespace, "{" + parent + "}", hosts)))
        .as(what)
        .isEqualTo(expected);
  }

  @Test
  void ofAlternativesOneIsEnough() {
    assertThat(
            outcome(
                gateway("protocol: TCP")
                    + gateway("protocol: HTTP")
                    + route("edge", "{name: public}", "")))
        .isEqualTo(Outcome.ATTACHED);
  }

  @Test
  void aServiceIsAParentByItsPorts() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: books, namespace: edge}
        spec: {ports: [{name: http, port: 80}]}
        ---
        """;
    String parent = "{group: \"\", kind: Service, name: books, port: %d}";
    assertThat(outcome(service + route("edge", parent.formatted(80), "")))
        .isEqualTo(Outcome.ATTACHED);
    assertThat(outcome(service + route("edge", parent.formatted(8080), "")))
        .isEqualTo(Outcome.NO_PORT);
  }
}
