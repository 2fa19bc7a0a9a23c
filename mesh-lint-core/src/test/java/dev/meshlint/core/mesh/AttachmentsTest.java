package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.Attachment.Outcome;
import org.junit.jupiter.api.Test;

/** The order in which Gateways look at a route: section, port, namespace, kind, hosts. */
class AttachmentsTest {
  private static String gateway(String listener) {
    return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: public, namespace: edge}
        spec: {gatewayClassName: istio, listeners: [%s]}
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

  @Test
  void aRouteOfTheOwnNamespaceAttaches() {
    assertThat(
            outcome(
                gateway("{name: web, port: 80, protocol: HTTP}")
                    + route("edge", "{name: public}", "")))
        .isEqualTo(Outcome.ATTACHED);
  }

  @Test
  void aMissingSectionStopsItFirst() {
    assertThat(
            outcome(
                gateway("{name: web, port: 80, protocol: TCP}")
                    + route("shop", "{name: public, namespace: edge, sectionName: wbe}", "")))
        .isEqualTo(Outcome.NO_SECTION);
  }

  @Test
  void thePortMustBeThatOfTheListener() {
    assertThat(
            outcome(
                gateway("{name: web, port: 80, protocol: HTTP}")
                    + route("edge", "{name: public, sectionName: web, port: 81}", "")))
        .isEqualTo(Outcome.NO_PORT);
  }

  @Test
  void otherNamespacesAreNotAdmittedByDefault() {
    assertThat(
            outcome(
                gateway("{name: web, port: 80, protocol: HTTP}")
                    + route("shop", "{name: public, namespace: edge}", "")))
        .isEqualTo(Outcome.NAMESPACE);
  }

  @Test
  void labelsOfANamespaceThatIsNotInViewMayBeAnything() {
    String selector = "{from: Selector, selector: {matchLabels: {team: shop}}}";
    assertThat(
            outcome(
                gateway(
                        "{name: web, port: 80, protocol: HTTP, allowedRoutes: {namespaces: %s}}"
                            .formatted(selector))
                    + route("shop", "{name: public, namespace: edge}", "")))
        .isEqualTo(Outcome.ATTACHED);
  }

  @Test
  void theNameOfANamespaceIsALabelThatItAlwaysHas() {
    String selector =
        "{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: library}}}";
    assertThat(
            outcome(
                gateway(
                        "{name: web, port: 80, protocol: HTTP, allowedRoutes: {namespaces: %s}}"
                            .formatted(selector))
                    + route("shop", "{name: public, namespace: edge}", "")))
        .isEqualTo(Outcome.NAMESPACE);
  }

  @Test
  void aTcpListenerTakesNoHttpRoute() {
    assertThat(
            outcome(
                gateway("{name: raw, port: 80, protocol: TCP}")
                    + route("edge", "{name: public}", "")))
        .isEqualTo(Outcome.KIND);
  }

  @Test
  void aWildcardDoesNotCoverItsOwnDomain() {
    assertThat(
            outcome(
                gateway("{name: web, port: 80, protocol: HTTP, hostname: \"*.shop.example\"}")
                    + route("edge", "{name: public}", "shop.example")))
        .isEqualTo(Outcome.HOSTNAME);
  }

  @Test
  void aPlaceholderMayFit() {
    assertThat(
            outcome(
                gateway("{name: web, port: 80, protocol: HTTP, hostname: \"*.shop.example\"}")
                    + route("edge", "{name: public}", "\"${HOST}\"")))
        .isEqualTo(Outcome.ATTACHED);
  }

  @Test
  void ofAlternativesOneIsEnough() {
    assertThat(
            outcome(
                gateway("{name: raw, port: 80, protocol: TCP}")
                    + gateway("{name: web, port: 80, protocol: HTTP}")
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
