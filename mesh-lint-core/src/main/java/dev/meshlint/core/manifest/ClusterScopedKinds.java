package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlMapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds live in the cluster and not in a namespace: those of Kubernetes, of the meshes and of what is often found
 * beside them, and those whose CustomResourceDefinition is in view. All other kinds are taken to live in a namespace.
 *
 * <p>The facts are the {@code scope} of CustomResourceDefinitions and {@code kubectl api-resources}.
 */
public final class ClusterScopedKinds {
  private static final Map<String, Set<String>> BUILT_IN =
      Map.ofEntries(
          Map.entry("", Set.of("Namespace", "Node", "PersistentVolume", "ComponentStatus")),
          Map.entry(
              "admissionregistration.k8s.io",
              Set.of(
                  "MutatingWebhookConfiguration",
                  "ValidatingWebhookConfiguration",
                  "MutatingAdmissionPolicy",
                  "MutatingAdmissionPolicyBinding",
                  "ValidatingAdmissionPolicy",
                  "ValidatingAdmissionPolicyBinding")),
          Map.entry("apiextensions.k8s.io", Set.of("CustomResourceDefinition")),
          Map.entry("apiregistration.k8s.io", Set.of("APIService")),
          Map.entry("authentication.k8s.io", Set.of("TokenReview", "SelfSubjectReview")),
          Map.entry(
              "authorization.k8s.io",
              Set.of("SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview")),
          Map.entry(
              "certificates.k8s.io", Set.of("CertificateSigningRequest", "ClusterTrustBundle")),
          Map.entry("extensions", Set.of("PodSecurityPolicy")),
          Map.entry(
              "flowcontrol.apiserver.k8s.io", Set.of("FlowSchema", "PriorityLevelConfiguration")),
          Map.entry("networking.k8s.io", Set.of("IngressClass", "IPAddress", "ServiceCIDR")),
          Map.entry("node.k8s.io", Set.of("RuntimeClass")),
          Map.entry("policy", Set.of("PodSecurityPolicy")),
          Map.entry(
              "policy.networking.k8s.io",
              Set.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy")),
          Map.entry("rbac.authorization.k8s.io", Set.of("ClusterRole", "ClusterRoleBinding")),
          Map.entry("resource.k8s.io", Set.of("DeviceClass", "ResourceClass", "ResourceSlice")),
          Map.entry("scheduling.k8s.io", Set.of("PriorityClass")),
          Map.entry(
              "snapshot.storage.k8s.io", Set.of("VolumeSnapshotClass", "VolumeSnapshotContent")),
          Map.entry(
              "storage.k8s.io",
              Set.of(
                  "CSIDriver",
                  "CSINode",
                  "StorageClass",
                  "VolumeAttachment",
                  "VolumeAttributesClass")),
          Map.entry("gateway.networking.k8s.io", Set.of("GatewayClass")),
          Map.entry("gateway.networking.x-k8s.io", Set.of("XMesh")),
          Map.entry(
              "cilium.io",
              Set.of(
                  "CiliumBGPAdvertisement",
                  "CiliumBGPClusterConfig",
                  "CiliumBGPNodeConfig",
                  "CiliumBGPNodeConfigOverride",
                  "CiliumBGPPeerConfig",
                  "CiliumBGPPeeringPolicy",
                  "CiliumCIDRGroup",
                  "CiliumClusterwideEnvoyConfig",
                  "CiliumClusterwideNetworkPolicy",
                  "CiliumDatapathPlugin",
                  "CiliumEgressGatewayPolicy",
                  "CiliumEgressNATPolicy",
                  "CiliumEndpointSlice",
                  "CiliumExternalWorkload",
                  "CiliumIdentity",
                  "CiliumL2AnnouncementPolicy",
                  "CiliumLoadBalancerIPPool",
                  "CiliumNetworkDriverClusterConfig",
                  "CiliumNetworkDriverNodeConfig",
                  "CiliumNode",
                  "CiliumPodIPPool",
                  "CiliumResourceIPPool")),
          Map.entry("authentication.istio.io", Set.of("MeshPolicy")),
          Map.entry("rbac.istio.io", Set.of("ClusterRbacConfig")),
          Map.entry(
              "sailoperator.io",
              Set.of("Istio", "IstioCNI", "IstioRevision", "IstioRevisionTag", "ZTunnel")),
          Map.entry("cert-manager.io", Set.of("ClusterIssuer")),
          Map.entry("trust.cert-manager.io", Set.of("Bundle")),
          Map.entry(
              "external-secrets.io",
              Set.of("ClusterExternalSecret", "ClusterPushSecret", "ClusterSecretStore")),
          Map.entry("kyverno.io", Set.of("ClusterPolicy", "ClusterCleanupPolicy")),
          Map.entry("argoproj.io", Set.of("ClusterAnalysisTemplate", "ClusterWorkflowTemplate")),
          Map.entry("keda.sh", Set.of("ClusterTriggerAuthentication")),
          Map.entry("karpenter.sh", Set.of("NodeClaim", "NodePool")),
          Map.entry("spire.spiffe.io", Set.of("ClusterSPIFFEID", "ClusterFederatedTrustDomain")),
          Map.entry("crd.projectcalico.org", Set.of("GlobalNetworkPolicy", "GlobalNetworkSet")),
          Map.entry("projectcalico.org", Set.of("GlobalNetworkPolicy", "GlobalNetworkSet")),
          Map.entry("project.openshift.io", Set.of("Project", "ProjectRequest")),
          Map.entry("security.openshift.io", Set.of("SecurityContextConstraints")));

  private final Map<String, Set<String>> cluster = new HashMap<>();
  private final Map<String, Set<String>> namespaced = new HashMap<>();

  ClusterScopedKinds() {}

  /** Reads the scope that a CustomResourceDefinition declares, by itself or in a list; all else is of no account. */
  void learnFrom(YamlMapping root) {
    String kind = Nodes.text(root.get("kind"));
    if ("CustomResourceDefinition".equals(kind)) {
      learn(root);
    } else if ("List".equals(kind) || "CustomResourceDefinitionList".equals(kind)) {
      Nodes.mappings(root, "items").forEach(this::learn);
    }
  }

  private void learn(YamlMapping resource) {
    if (!(resource.get("spec") instanceof YamlMapping spec)
        || !(spec.get("names") instanceof YamlMapping names)) {
      return;
    }
    String group = Nodes.text(spec.get("group"));
    String kind = Nodes.text(names.get("kind"));
    String scope = Nodes.text(spec.get("scope"));
    if (group == null || kind == null || scope == null) {
      return;
    }
    Map<String, Set<String>> target = scope.equals("Cluster") ? cluster : namespaced;
    target.computeIfAbsent(group, unused -> new HashSet<>()).add(kind);
  }

  /** Where a kind lives. A definition in view wins over what is built in. */
  Resource.Scope scope(String group, String kind) {
    if (contains(cluster, group, kind)) {
      return Resource.Scope.CLUSTER;
    }
    return contains(BUILT_IN, group, kind) && !contains(namespaced, group, kind)
        ? Resource.Scope.CLUSTER
        : Resource.Scope.NAMESPACED;
  }

  private static boolean contains(Map<String, Set<String>> kinds, String group, String kind) {
    Set<String> known = kinds.get(group);
    return known != null && known.contains(kind);
  }
}
