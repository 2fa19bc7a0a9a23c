package dev.meshlint.core.manifest;

import dev.meshlint.core.source.Locations;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * Files that have neither apiVersion nor kind: the networks of a mesh of Istio, values for the chart of its control plane
 * or for Cilium's, and rules as Prometheus itself reads them. They are known by what stands in them, and read as resources of a kind that no API server has.
 */
final class BareFiles {
  /** The kind of files of values for Cilium's chart. */
  static final String CILIUM_VALUES = "CiliumValues";

  private static final String NAMESPACE = "istio-system";
  private static final String CILIUM_NAMESPACE = "kube-system";

  private BareFiles() {}

  /** {@code MeshNetworks}, {@code IstioValues}, {@code CiliumValues} or {@code RuleFile}; null for any other document. */
  static @Nullable String kindOf(YamlMapping root) {
    if (root.entry("apiVersion") != null || root.entry("kind") != null) {
      return null;
    }
    if (RuleFiles.isRuleFile(root)) {
      return Resource.RULE_FILE;
    }
    if (isMeshNetworks(root)) {
      return "MeshNetworks";
    }
    return isIstioValues(root)
        ? "IstioValues"
        : CiliumValueFiles.isOne(root) ? CILIUM_VALUES : null;
  }

  /** The document as a resource. Networks have one name; values are called as their file. */
  static Resource resource(YamlMapping root, String kind, Resource.Origin origin) {
    String file = Locations.lastName(root.file().name());
    if (kind.equals(Resource.RULE_FILE)) {
      String name = origin.document() == 0 ? file : file + "#" + (origin.document() + 1);
      return new Resource(root, "", kind, name, NamespaceRef.OPEN, Resource.Scope.CLUSTER, origin);
    }
    int point = file.lastIndexOf('.');
    String name = kind.equals("MeshNetworks") ? "meshnetworks" : file;
    return new Resource(
        root,
        "",
        kind,
        name.equals(file) && point > 0 ? file.substring(0, point) : name,
        NamespaceRef.named(kind.equals(CILIUM_VALUES) ? CILIUM_NAMESPACE : NAMESPACE),
        Resource.Scope.NAMESPACED,
        origin);
  }

  /** Nothing but networks with endpoints. */
  private static boolean isMeshNetworks(YamlMapping root) {
    if (root.entries().size() != 1
        || !(root.get("networks") instanceof YamlMapping networks)
        || networks.entries().isEmpty()) {
      return false;
    }
    for (YamlMapping.Entry network : networks.entries()) {
      if (!(network.value() instanceof YamlMapping mapping)
          || !(mapping.get("endpoints") instanceof YamlSequence)) {
        return false;
      }
    }
    return true;
  }

  /** A mesh configuration, or global settings of proxies beside something else that only Istio has. */
  private static boolean isIstioValues(YamlMapping root) {
    if (root.get("meshConfig") instanceof YamlMapping) {
      return true;
    }
    return root.get("global") instanceof YamlMapping global
        && global.get("proxy") instanceof YamlMapping
        && (isObject(root.get("pilot"))
            || isObject(root.get("sidecarInjectorWebhook"))
            || global.entry("istioNamespace") != null);
  }

  private static boolean isObject(@Nullable YamlNode node) {
    return node instanceof YamlMapping;
  }
}
