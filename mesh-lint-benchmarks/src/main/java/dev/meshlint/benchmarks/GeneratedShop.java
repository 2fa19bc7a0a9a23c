package dev.meshlint.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes manifests of a made-up company: one file an application, ten resources in each, twenty applications in a
 * namespace, two meshes. Applications call each other. One file in fifty has a mistake. The same seed gives the same
 * bytes.
 */
final class GeneratedShop {
  private static final int APPLICATIONS_PER_NAMESPACE = 20;
  private static final int FILES_PER_MISTAKE = 50;

  private final Random random;
  private final int applications;

  GeneratedShop(int applications, long seed) {
    this.applications = applications;
    this.random = new Random(seed);
  }

  /** Writes a repository. Arguments: its size, the folder. */
  public static void main(String[] args) throws IOException {
    Size.valueOf(args[0]).writeTo(Path.of(args[1]));
  }

  /** Writes the files into a new folder; leaves one alone that is there already. */
  void writeTo(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    for (int i = 0; i < applications; i++) {
      Path file = part.resolve(namespace(i)).resolve(name(i) + ".yaml");
      Files.createDirectories(file.getParent());
      Files.writeString(file, application(i));
    }
    Files.move(part, folder);
  }

  private String application(int index) {
    int caller = random.nextInt(applications);
    boolean mistake = index % FILES_PER_MISTAKE == FILES_PER_MISTAKE - 1;
    String template =
        WORKLOAD + (index / APPLICATIONS_PER_NAMESPACE % 2 == 0 ? ISTIO : CILIUM_AND_GATEWAY_API);
    return template
        .replace("NAMESPACE", namespace(index))
        .replace("NAME", name(index))
        .replace("CALLER-SPACE", namespace(caller))
        .replace("CALLER", name(caller))
        .replace("PORT", String.valueOf(8000 + index % 1000))
        .replace("CANARY", mistake ? "canari" : "canary")
        .replace("WEIGHT", String.valueOf(random.nextInt(99) + 1));
  }

  private static String namespace(int index) {
    return "team-" + index / APPLICATIONS_PER_NAMESPACE;
  }

  private static String name(int index) {
    return "application-" + index;
  }

  private static final String WORKLOAD =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: NAME
        namespace: NAMESPACE
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: NAME
        namespace: NAMESPACE
        labels:
          app: NAME
      spec:
        selector:
          app: NAME
        ports:
          - name: http
            port: 80
            targetPort: PORT
      ---
      # The version that everybody gets.
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        replicas: 3
        selector:
          matchLabels:
            app: NAME
            version: stable
        template:
          metadata:
            labels:
              app: NAME
              version: stable
            annotations:
              example.com/owner: "the team of NAMESPACE"
          spec:
            serviceAccountName: NAME
            containers:
              - name: server
                image: registry.example.com/NAMESPACE/NAME:1.4.2
                ports:
                  - name: http
                    containerPort: PORT
                env:
                  - name: LOG_LEVEL
                    value: info
                  - name: UPSTREAM
                    value: http://CALLER.CALLER-SPACE.svc.cluster.local
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 256Mi}
                readinessProbe:
                  httpGet: {path: /ready, port: http}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: NAME-canary
        namespace: NAMESPACE
      spec:
        replicas: 1
        selector:
          matchLabels:
            app: NAME
            version: canary
        template:
          metadata:
            labels:
              app: NAME
              version: canary
          spec:
            serviceAccountName: NAME
            containers:
              - name: server
                image: registry.example.com/NAMESPACE/NAME:1.5.0
                ports:
                  - name: http
                    containerPort: PORT
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: NAME
        namespace: NAMESPACE
      data:
        settings.yaml: |
          greeting: hello
          retries: 3
          upstream:
            - http://CALLER.CALLER-SPACE.svc.cluster.local
        features: "a, b, c"
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        minAvailable: 1
        selector:
          matchLabels:
            app: NAME
      """;

  private static final String ISTIO =
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        hosts:
          - NAME.NAMESPACE.svc.cluster.local
        http:
          - name: testers
            match:
              - headers:
                  x-tester:
                    exact: "true"
                uri:
                  prefix: /api/
            route:
              - destination:
                  host: NAME.NAMESPACE.svc.cluster.local
                  subset: canary
            timeout: 5s
          - name: everybody
            route:
              - destination:
                  host: NAME.NAMESPACE.svc.cluster.local
                  subset: stable
                weight: 95
              - destination:
                  host: NAME.NAMESPACE.svc.cluster.local
                  subset: CANARY
                weight: 5
            timeout: 10s
            retries:
              attempts: 2
              perTryTimeout: 3s
              retryOn: 5xx,reset,connect-failure
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        host: NAME.NAMESPACE.svc.cluster.local
        trafficPolicy:
          tls:
            mode: ISTIO_MUTUAL
          connectionPool:
            tcp:
              maxConnections: 200
            http:
              http2MaxRequests: 500
          outlierDetection:
            consecutive5xxErrors: 5
            interval: 10s
            baseEjectionTime: 30s
        subsets:
          - name: stable
            labels:
              version: stable
          - name: canary
            labels:
              version: canary
      ---
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        selector:
          matchLabels:
            app: NAME
        action: ALLOW
        rules:
          - from:
              - source:
                  principals:
                    - cluster.local/ns/CALLER-SPACE/sa/CALLER
            to:
              - operation:
                  methods: [GET, POST]
                  paths: ["/api/*"]
      ---
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        selector:
          matchLabels:
            app: NAME
        mtls:
          mode: STRICT
      """;

  private static final String CILIUM_AND_GATEWAY_API =
      """
      ---
      apiVersion: cilium.io/v2
      kind: CiliumNetworkPolicy
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        endpointSelector:
          matchLabels:
            app: NAME
        ingress:
          - fromEntities: [ingress]
            toPorts:
              - ports:
                  - port: "PORT"
                    protocol: TCP
          - fromEndpoints:
              - matchLabels:
                  app: CALLER
                  k8s:io.kubernetes.pod.namespace: CALLER-SPACE
            toPorts:
              - ports:
                  - port: "PORT"
                    protocol: TCP
                rules:
                  http:
                    - method: GET
                      path: /api/.*
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        gatewayClassName: cilium
        listeners:
          - name: http
            port: 80
            protocol: HTTP
            hostname: NAME.example.com
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        parentRefs:
          - name: NAME
            sectionName: http
        hostnames:
          - NAME.example.com
        rules:
          - matches:
              - path:
                  type: PathPrefix
                  value: /api
            backendRefs:
              - name: NAME
                port: 80
                weight: WEIGHT
            timeouts:
              request: 10s
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: NAME
        namespace: NAMESPACE
      spec:
        podSelector:
          matchLabels:
            app: NAME
        policyTypes: [Egress]
        egress:
          - ports:
              - port: 53
                protocol: UDP
      """;
}
