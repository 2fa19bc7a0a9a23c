package dev.meshlint.core.schema;

import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlNode;
import java.util.List;
import java.util.Set;

/** Checks inside the Kubernetes objects that the meshes read. */
final class KubernetesChecks {
  static final Set<String> NAMES = Set.of("kubernetes-port-names", "app-protocol");

  private static final List<String> APP_PROTOCOLS =
      List.of(
          "kubernetes.io/h2c",
          "kubernetes.io/ws",
          "kubernetes.io/wss",
          "linkerd.io/opaque",
          "linkerd.io/tcp");

  private KubernetesChecks() {}

  static void run(String name, YamlNode node, Scope scope, Problems problems) {
    switch (name) {
      case "kubernetes-port-names" -> portNames(node, scope, problems);
      case "app-protocol" -> appProtocol(node, scope, problems);
      default -> throw new IllegalArgumentException(name);
    }
  }

  /** Of several ports each needs a name. */
  private static void portNames(YamlNode node, Scope scope, Problems problems) {
    List<YamlNode> ports = Items.of(node);
    if (ports.size() < 2) {
      return;
    }
    for (YamlNode port : ports) {
      if (Items.at(port, "name") == null && !scope.isOpen(port)) {
        problems.report(
            Rules.MISSING_FIELD,
            null,
            port,
            "the port needs a \"name\": a Service with several ports tells them apart by it");
      }
    }
  }

  private static void appProtocol(YamlNode node, Scope scope, Problems problems) {
    String text = ValuePath.text(node);
    if (text == null || scope.isOpen(node) || APP_PROTOCOLS.contains(text)) {
      return;
    }
    String meant = NearMiss.nearest(text, APP_PROTOCOLS);
    if (meant != null) {
      problems.report(
          Rules.INVALID_VALUE,
          "info",
          node,
          Values.quote(text) + " is not an application protocol that the meshes know",
          "did you mean " + Values.quote(meant) + "?",
          List.of());
    }
  }
}
