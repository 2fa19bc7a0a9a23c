package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;

/**
 * The gateway that a VirtualService names, in whatever form. Source: Istio's reference of VirtualService, {@code gateways};
 * the form {@code name.namespace} is old and still read.
 *
 * @param name the name; {@code mesh} for all sidecars
 * @param namespace its namespace; of no meaning for {@code mesh}
 */
public record GatewayName(String name, NamespaceRef namespace) {
  /** Reads a reference of a resource in this namespace. */
  public static GatewayName of(Text reference, NamespaceRef own) {
    String written = reference.value();
    int slash = written.indexOf('/');
    if (slash >= 0) {
      String before = written.substring(0, slash);
      return new GatewayName(
          written.substring(slash + 1), before.equals(".") ? own : NamespaceRef.named(before));
    }
    int dot = written.indexOf('.');
    if (dot <= 0) {
      return new GatewayName(written, own);
    }
    int end = written.indexOf('.', dot + 1);
    String namespace = written.substring(dot + 1, end < 0 ? written.length() : end);
    return new GatewayName(written.substring(0, dot), NamespaceRef.named(namespace));
  }

  /** Whether it stands for all sidecars. */
  public boolean isMesh() {
    return name.equals(Gateways.MESH);
  }

  /** Whether both name one gateway. */
  public Same same(GatewayName other) {
    if (!name.equals(other.name)) {
      return Same.NO;
    }
    return isMesh() ? Same.YES : namespace.same(other.namespace);
  }
}
