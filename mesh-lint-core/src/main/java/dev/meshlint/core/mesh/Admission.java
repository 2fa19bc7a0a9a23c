package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.AllowedNamespaces;

/** Which namespaces Gateways admit routes and listener sets from. */
final class Admission {
  private final NamespaceLabels labels;

  Admission(Namespaces namespaces, Kustomizations kustomizations) {
    labels = new NamespaceLabels(namespaces, kustomizations);
  }

  /**
   * Whether something may attach.
   *
   * @param allowed the setting
   * @param absent what its absence means: {@code Same} or {@code None}
   * @param holder the namespace of the Gateway or ListenerSet
   * @param client the namespace of what wants to attach
   */
  Same admits(AllowedNamespaces allowed, String absent, NamespaceRef holder, NamespaceRef client) {
    Text from = allowed.from();
    if (allowed.open() || (from != null && from.open())) {
      return Same.MAYBE;
    }
    return switch (from == null ? absent : from.value()) {
      case "All" -> Same.YES;
      case "None" -> Same.NO;
      case "Same" -> holder.same(client);
      case "Selector" -> labels.selectedBy(allowed.selector().known(), client);
      default -> Same.MAYBE;
    };
  }
}
