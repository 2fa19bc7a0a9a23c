package dev.meshlint.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Manifests of a mesh of any size: departments with a front, services behind it that call each other by policy, canaries, and
 * a handful of mistakes in the middle.
 */
final class GeneratedMesh {
  private static final int DEPARTMENT = 10;
  private static final List<String> NAMES =
      List.of(
          "front",
          "catalogue",
          "search",
          "loans",
          "members",
          "fines",
          "reservations",
          "covers",
          "notices",
          "reports");

  private final StringBuilder out = new StringBuilder();
  private final int size;

  private GeneratedMesh(int size) {
    this.size = size;
  }

  /** A mesh of this many workloads. */
  static String of(int size) {
    return new GeneratedMesh(size).manifests();
  }

  private String manifests() {
    gateway();
    List<String> namespaces = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String namespace = namespace(i);
      if (!namespaces.contains(namespace)) {
        namespaces.add(namespace);
        department(namespace);
      }
      workload(i);
    }
    return out.toString();
  }

  private static String namespace(int i) {
    return "department-" + (i / DEPARTMENT + 1);
  }

  private static String name(int i) {
    return NAMES.get(i % DEPARTMENT);
  }

  private void add(String manifest) {
    out.append(manifest).append("---\n");
  }

  private void gateway() {
    add(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: edge, labels: {istio-injection: enabled}}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: ingress, namespace: edge}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: ingress, namespace: edge}
        spec:
          selector: {matchLabels: {app: ingress}}
          template:
            metadata: {labels: {app: ingress}}
            spec:
              serviceAccountName: ingress
              containers: [{name: istio-proxy, image: auto}]
        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: public, namespace: edge}
        spec:
          selector: {app: ingress}
          servers:
            - port: {number: 80, name: http, protocol: HTTP}
              hosts: ["*.library.example.com"]
        """);
  }

  private void department(String namespace) {
    add(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: NAMESPACE, labels: {istio-injection: enabled}}
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: NAMESPACE}
        spec: {mtls: {mode: STRICT}}
        """
            .replace("NAMESPACE", namespace));
  }

  private void workload(int i) {
    boolean canary = i % DEPARTMENT == 1;
    deployment(i, canary ? "v1" : "");
    if (canary) {
      deployment(i, "v2");
    }
    add(
        fill(
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: NAME, namespace: NAMESPACE}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: NAME, namespace: NAMESPACE}
            spec:
              selector: {app: NAME}
              ports: [{name: http, port: 80, targetPort: 8080}]
            """,
            i));
    policy(i);
    if (i % DEPARTMENT == 0) {
      front(i);
    }
    if (canary) {
      canary(i);
    }
  }

  private void deployment(int i, String version) {
    String suffix = version.isEmpty() ? "" : "-" + version;
    add(
        fill(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: NAMESUFFIX, namespace: NAMESPACE}
                spec:
                  selector: {matchLabels: {app: NAME, version: VERSION}}
                  template:
                    metadata: {labels: {app: NAME, version: VERSION}}
                    spec:
                      serviceAccountName: NAME
                      containers:
                        - {name: NAME, image: "registry.example.com/NAME:1.0", ports: [{containerPort: 8080}]}
                """,
                i)
            .replace("SUFFIX", suffix)
            .replace("VERSION", version.isEmpty() ? "v1" : version));
  }

  /** Everybody is called by the one before, and by the front of the department; some by another department. */
  private void policy(int i) {
    List<String> callers = new ArrayList<>();
    if (i % DEPARTMENT == 0) {
      callers.add("cluster.local/ns/edge/sa/ingress");
    } else {
      callers.add(
          "cluster.local/ns/"
              + namespace(i)
              + "/sa/"
              + name(i / 2 * 2 == i ? i - 1 : i / DEPARTMENT * DEPARTMENT));
    }
    if (i % 7 == 3 && i > DEPARTMENT) {
      callers.add("cluster.local/ns/" + namespace(i - DEPARTMENT) + "/sa/" + name(i + 2));
    }
    if (i == size / 2 + 1) {
      callers.add("cluster.local/ns/" + namespace(i) + "/sa/catalouge");
    }
    add(
        fill(
                """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: NAME, namespace: NAMESPACE}
                spec:
                  selector: {matchLabels: {app: NAME}}
                  rules:
                    - from:
                        - source:
                            principals:
                CALLERS
                """,
                i)
            .replace("CALLERS", "              - " + String.join("\n              - ", callers)));
  }

  private void front(int i) {
    String gateway =
        i == size / 2 / DEPARTMENT * DEPARTMENT && size > DEPARTMENT ? "public" : "edge/public";
    add(
        fill(
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: NAME, namespace: NAMESPACE}
                spec:
                  hosts: [NAMESPACE.library.example.com]
                  gateways: [GATEWAY]
                  http:
                    - timeout: 5s
                      route: [{destination: {host: NAME, port: {number: 80}}}]
                """,
                i)
            .replace("GATEWAY", gateway));
  }

  private void canary(int i) {
    boolean broken = i / DEPARTMENT == size / 2 / DEPARTMENT;
    add(
        fill(
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: NAME, namespace: NAMESPACE}
                spec:
                  host: NAME
                  subsets:
                    - {name: stable, labels: {version: v1}}
                    - {name: canary, labels: {version: v2}}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: NAME, namespace: NAMESPACE}
                spec:
                  hosts: [NAME]
                  http:
                    - timeout: 5s
                      route:
                        - {destination: {host: NAME, subset: stable}, weight: 90}
                        - {destination: {host: NAME, subset: SUBSET}, weight: 10}
                """,
                i)
            .replace("SUBSET", broken ? "next" : "canary"));
  }

  private static String fill(String manifest, int i) {
    return manifest.replace("NAMESPACE", namespace(i)).replace("NAME", name(i));
  }
}
