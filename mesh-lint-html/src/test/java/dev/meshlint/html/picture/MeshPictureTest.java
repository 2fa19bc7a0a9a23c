package dev.meshlint.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.html.picture.MeshPicture.Box;
import dev.meshlint.html.picture.MeshPicture.Path;
import dev.meshlint.html.picture.MeshPicture.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn, told from manifests. */
class MeshPictureTest {
  /** A picture and what was found. */
  private record Drawn(MeshPicture picture, LintReport report) {
    /** The wires of a kind as {@code from -> to}, with the label behind. */
    List<String> wires(Path kind) {
      List<String> wires = new ArrayList<>();
      for (Wire wire : picture.wires()) {
        if (wire.kind() == kind) {
          wires.add(name(wire.from()) + " -> " + name(wire.to()) + " " + wire.label());
        }
      }
      return wires.stream().map(String::strip).toList();
    }

    List<String> boxes() {
      return picture.boxes().stream().map(box -> box.kind() + " " + box.title()).toList();
    }

    Box box(String title) {
      return picture.boxes().stream()
          .filter(box -> box.title().equals(title))
          .findFirst()
          .orElseThrow();
    }

    private String name(String id) {
      for (Box box : picture.boxes()) {
        if (box.id().equals(id)) {
          return box.title();
        }
      }
      return picture.areas().stream()
          .filter(area -> area.id().equals(id))
          .map(area -> "namespace " + area.title())
          .findFirst()
          .orElseThrow();
    }

    /** What the findings of a rule are about: a box, or a wire as its ends. */
    List<String> about(String rule) {
      List<String> pieces = new ArrayList<>();
      for (Finding finding : report.findings()) {
        if (finding.rule().equals(rule)) {
          for (String id : picture.about(finding)) {
            pieces.add(id.startsWith("w") ? wire(id) : name(id));
          }
        }
      }
      return pieces;
    }

    private String wire(String id) {
      return picture.wires().stream()
          .filter(wire -> wire.id().equals(id))
          .map(wire -> name(wire.from()) + " -> " + name(wire.to()))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Drawn draw(String manifests) {
    List<ReportedMesh> meshes = new ArrayList<>();
    LintReport report =
        MeshLint.builder()
            .observer((any, all) -> meshes.addAll(all))
            .build()
            .lintText("mesh.yaml", manifests);
    return new Drawn(MeshPicture.of(meshes.get(0)), report);
  }

  private static String workload(String name, String version) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: NAME-VERSION, namespace: shop}
        spec:
          selector: {matchLabels: {app: NAME, version: VERSION}}
          template:
            metadata: {labels: {app: NAME, version: VERSION}}
            spec: {serviceAccountName: NAME, containers: [{name: a, image: "a:1"}]}
        ---
        """
        .replace("NAME", name)
        .replace("VERSION", version);
  }

  private static String service(String name) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: NAME, namespace: shop}
        spec: {selector: {app: NAME}, ports: [{name: http, port: 80}]}
        ---
        """
        .replace("NAME", name);
  }

  @Test
  void a_service_and_its_only_workload_are_one_box() {
    Drawn drawn = draw(workload("cart", "v1") + service("cart"));

    assertThat(drawn.boxes()).containsExactly("WORKLOAD cart");
    assertThat(drawn.box("cart").subtitle()).isEqualTo("Deployment \u00b7 :80");
    assertThat(drawn.box("cart").facts())
        .contains("Deployment shop/cart-v1", "Service shop/cart", "service account cart");
  }

  @Test
  void a_service_of_several_workloads_leads_to_each() {
    Drawn drawn = draw(workload("cart", "v1") + workload("cart", "v2") + service("cart"));

    assertThat(drawn.wires(Path.TRAFFIC)).containsExactly("cart -> cart-v1", "cart -> cart-v2");
  }

  @Test
  void a_route_leads_from_its_gateway_to_the_workloads_of_subsets_and_to_what_is_missing() {
    Drawn drawn =
        draw(
            workload("cart", "v1")
                + workload("cart", "v2")
                + service("cart")
                + """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: cart, namespace: shop}
                spec:
                  host: cart
                  subsets: [{name: stable, labels: {version: v1}}]
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: public, namespace: shop}
                spec:
                  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: routes, namespace: shop}
                spec:
                  hosts: [shop.example.com]
                  gateways: [public]
                  http:
                    - route:
                        - {destination: {host: cart, subset: stable}, weight: 90}
                        - {destination: {host: cart, subset: next}, weight: 10}
                """);

    assertThat(drawn.wires(Path.TRAFFIC))
        .contains("public -> routes", "routes -> cart-v1 stable 90 %", "routes -> next next 10 %");
    assertThat(drawn.boxes()).contains("GATEWAY public", "ROUTE routes", "MISSING next");
    assertThat(drawn.about("istio-undefined-subset"))
        .containsExactlyInAnyOrder("routes -> next", "next");
  }

  @Test
  void a_policy_says_who_may_call_whom() {
    Drawn drawn =
        draw(
            workload("cart", "v1")
                + service("cart")
                + workload("web", "v1")
                + """
                apiVersion: v1
                kind: Namespace
                metadata: {name: back-office}
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: cart, namespace: shop}
                spec:
                  selector: {matchLabels: {app: cart}}
                  rules:
                    - from:
                        - source: {principals: [cluster.local/ns/shop/sa/web]}
                        - source: {namespaces: [back-office]}
                """);

    assertThat(drawn.wires(Path.MAY_CALL))
        .containsExactlyInAnyOrder("web-v1 -> cart", "namespace back-office -> cart");
    assertThat(drawn.box("cart").facts()).contains("AuthorizationPolicy shop/cart");
  }

  @Test
  void network_policies_say_it_from_either_end() {
    Drawn drawn =
        draw(
            workload("cart", "v1")
                + workload("web", "v1")
                + """
                apiVersion: v1
                kind: Namespace
                metadata: {name: back-office, labels: {team: books}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: cart, namespace: shop}
                spec:
                  podSelector: {matchLabels: {app: cart}}
                  ingress:
                    - from:
                        - podSelector: {matchLabels: {app: web}}
                        - namespaceSelector: {matchLabels: {team: books}}
                        - ipBlock: {cidr: 10.0.0.0/8}
                """);

    assertThat(drawn.wires(Path.MAY_CALL))
        .containsExactlyInAnyOrder("web-v1 -> cart-v1", "namespace back-office -> cart-v1");
    assertThat(drawn.box("cart-v1").facts()).contains("may be called from 10.0.0.0/8");
  }

  @Test
  void policies_of_linkerd_and_cilium_say_it_too() {
    Drawn linkerd =
        draw(
            workload("cart", "v1")
                + workload("web", "v1")
                + """
                apiVersion: policy.linkerd.io/v1beta3
                kind: Server
                metadata: {name: cart, namespace: shop}
                spec: {podSelector: {matchLabels: {app: cart}}, port: 8080}
                ---
                apiVersion: policy.linkerd.io/v1alpha1
                kind: AuthorizationPolicy
                metadata: {name: cart, namespace: shop}
                spec:
                  targetRef: {group: policy.linkerd.io, kind: Server, name: cart}
                  requiredAuthenticationRefs: [{kind: ServiceAccount, name: web}]
                """);
    Drawn cilium =
        draw(
            workload("cart", "v1")
                + workload("web", "v1")
                + """
                apiVersion: cilium.io/v2
                kind: CiliumNetworkPolicy
                metadata: {name: cart, namespace: shop}
                spec:
                  endpointSelector: {matchLabels: {app: cart}}
                  ingress: [{fromEndpoints: [{matchLabels: {app: web}}]}]
                """);

    assertThat(linkerd.wires(Path.MAY_CALL)).containsExactly("web-v1 -> cart-v1");
    assertThat(cilium.wires(Path.MAY_CALL)).containsExactly("web-v1 -> cart-v1");
  }

  @Test
  void routes_of_the_gateway_api_lead_from_parents_to_backends() {
    Drawn drawn =
        draw(
            workload("cart", "v1")
                + service("cart")
                + """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: public, namespace: shop}
                spec:
                  gatewayClassName: istio
                  listeners: [{name: http, port: 80, protocol: HTTP}]
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: routes, namespace: shop}
                spec:
                  parentRefs: [{name: public}]
                  rules:
                    - backendRefs: [{name: cart, port: 80}, {name: nothing, port: 80}]
                """);

    assertThat(drawn.wires(Path.TRAFFIC))
        .containsExactlyInAnyOrder("public -> routes", "routes -> cart", "routes -> nothing");
    assertThat(drawn.box("nothing").kind()).isEqualTo(MeshPicture.Kind.MISSING);
  }

  @Test
  void what_has_no_box_is_about_its_namespace() {
    Drawn drawn =
        draw(
            service("cart")
                + """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: shop, labels: {a: b, a: c}}
                """);

    assertThat(drawn.about("yaml-duplicate-key")).containsExactly("namespace shop");
  }
}
