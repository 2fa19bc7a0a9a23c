package dev.meshlint.rules.mutation;

/** Types of resources, as {@link Manifests#of} wants them. */
final class Types {
  static final String VIRTUAL_SERVICE = "networking.istio.io/VirtualService";
  static final String DESTINATION_RULE = "networking.istio.io/DestinationRule";
  static final String ISTIO_GATEWAY = "networking.istio.io/Gateway";
  static final String SERVICE_ENTRY = "networking.istio.io/ServiceEntry";
  static final String SIDECAR = "networking.istio.io/Sidecar";
  static final String PEER_AUTHENTICATION = "security.istio.io/PeerAuthentication";
  static final String AUTHORIZATION_POLICY = "security.istio.io/AuthorizationPolicy";
  static final String REQUEST_AUTHENTICATION = "security.istio.io/RequestAuthentication";
  static final String TELEMETRY = "telemetry.istio.io/Telemetry";

  static final String GATEWAY = "gateway.networking.k8s.io/Gateway";
  static final String HTTP_ROUTE = "gateway.networking.k8s.io/HTTPRoute";
  static final String GRPC_ROUTE = "gateway.networking.k8s.io/GRPCRoute";
  static final String REFERENCE_GRANT = "gateway.networking.k8s.io/ReferenceGrant";

  static final String SERVER = "policy.linkerd.io/Server";
  static final String LINKERD_AUTHORIZATION = "policy.linkerd.io/AuthorizationPolicy";
  static final String MESH_TLS = "policy.linkerd.io/MeshTLSAuthentication";
  static final String NETWORK_AUTHENTICATION = "policy.linkerd.io/NetworkAuthentication";
  static final String LINKERD_ROUTE = "policy.linkerd.io/HTTPRoute";
  static final String SERVICE_PROFILE = "linkerd.io/ServiceProfile";

  static final String CILIUM_POLICY = "cilium.io/CiliumNetworkPolicy";
  static final String CILIUM_CLUSTER_POLICY = "cilium.io/CiliumClusterwideNetworkPolicy";
  static final String CIDR_GROUP = "cilium.io/CiliumCIDRGroup";

  static final String SERVICE = "/Service";
  static final String SERVICE_ACCOUNT = "/ServiceAccount";
  static final String SECRET = "/Secret";
  static final String NAMESPACE = "/Namespace";
  static final String NETWORK_POLICY = "networking.k8s.io/NetworkPolicy";
  static final String[] ROUTES = {HTTP_ROUTE, GRPC_ROUTE};
  static final String[] WORKLOADS = {"apps/Deployment", "apps/StatefulSet", "apps/DaemonSet"};
  static final String[] CILIUM_POLICIES = {CILIUM_POLICY, CILIUM_CLUSTER_POLICY};

  private Types() {}

  /** Whether a resource is of a mesh: its kinds take no field that they do not know. */
  static boolean isMesh(Manifest manifest) {
    String type = manifest.type();
    String group = type.substring(0, type.indexOf('/'));
    return group.endsWith(".istio.io")
        || group.equals("gateway.networking.k8s.io")
        || group.endsWith("linkerd.io")
        || group.equals("cilium.io");
  }
}
