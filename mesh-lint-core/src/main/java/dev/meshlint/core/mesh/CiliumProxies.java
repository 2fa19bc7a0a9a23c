package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.GatewayClass;
import dev.meshlint.core.model.kubernetes.Ingress;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which Ingresses and Gateways are served by Cilium's own proxy. Sources: Cilium's documentation of Ingress and of the
 * Gateway API. Immutable.
 */
public final class CiliumProxies {
  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  private final Set<String> ingressClasses = new HashSet<>();
  private final Set<String> gatewayClasses = new HashSet<>();

  CiliumProxies(Mesh mesh) {
    ingressClasses.add("cilium");
    gatewayClasses.add("cilium");
    for (Resource resource : mesh.resources()) {
      if (resource.kind().equals("IngressClass")) {
        View spec = new View(View.root(resource)).child("spec");
        add(resource, spec.name("controller"), "cilium.io/ingress-controller", ingressClasses);
      }
    }
    for (GatewayClass type : mesh.all(GatewayClass.class)) {
      add(type.resource(), type.controllerName(), "io.cilium/gateway-controller", gatewayClasses);
    }
  }

  private static void add(
      Resource type, @Nullable Text controller, String own, Set<String> classes) {
    if (controller != null && controller.is(own)) {
      classes.add(type.name());
    } else if (controller != null) {
      classes.remove(type.name());
    }
  }

  /** Whether Cilium serves an Ingress; one that names no class is that of whoever is the default. */
  public boolean serves(Ingress ingress) {
    Text type = ingress.ingressClassName();
    Text older = ingress.metadata().annotation(CLASS_ANNOTATION);
    Text written = type == null ? older : type;
    return written != null && !written.open() && ingressClasses.contains(written.value());
  }

  /** Whether Cilium serves a Gateway. */
  public boolean serves(Located object) {
    Text type = object instanceof Gateway gateway ? gateway.gatewayClassName() : null;
    return type != null && !type.open() && gatewayClasses.contains(type.value());
  }
}
