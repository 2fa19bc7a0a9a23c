package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.GatewayClass;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.kubernetes.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Istio's policies are attached to by {@code targetRefs}: Gateways, GatewayClasses, Services and ServiceEntries of their
 * own namespace. Source: Istio's reference of PolicyTargetReference.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class PolicyTargets {
  /** The classes that Istio makes itself. */
  private static final Set<String> OWN_CLASSES =
      Set.of("istio", "istio-remote", "istio-waypoint", "istio-east-west");

  private static final String GATEWAY_API = "gateway.networking.k8s.io";

  private final Map<String, Names<View>> byKind = new LinkedHashMap<>();

  PolicyTargets(MeshSettings settings) {
    byKind.put("Gateway", new Names<>(settings, settings.known().gateways()));
    byKind.put("GatewayClass", new Names<>(settings, List.of()));
    byKind.put("Service", new Names<>(settings, settings.known().hosts()));
    byKind.put("ServiceEntry", new Names<>(settings, List.of()));
  }

  void add(View view, NamespaceRef namespace) {
    String kind =
        view instanceof Gateway
            ? "Gateway"
            : view instanceof GatewayClass
                ? "GatewayClass"
                : view instanceof Service
                    ? "Service"
                    : view instanceof ServiceEntry ? "ServiceEntry" : "";
    Names<View> names = byKind.get(kind);
    if (names != null) {
      names.add(
          view.resource().name(),
          kind.equals("GatewayClass") ? NamespaceRef.ASSUMED : namespace,
          view);
    }
  }

  /** The kind of a target as its manifest says it; empty where it cannot be one or cannot be known. */
  public static String kindOf(Reference target) {
    if (target.isTo("", "Service", "", "") || target.isTo("core", "Service", "", "")) {
      return "Service";
    }
    if (target.isTo("networking.istio.io", "ServiceEntry", "", "")) {
      return "ServiceEntry";
    }
    if (target.isTo(GATEWAY_API, "Gateway", "", "")) {
      return "Gateway";
    }
    return target.isTo(GATEWAY_API, "GatewayClass", "", "") ? "GatewayClass" : "";
  }

  /** The Gateway of the Gateway API with this name. */
  Answer<View> gateway(String name, NamespaceRef namespace) {
    Names<View> names = byKind.get("Gateway");
    return names == null ? new Unknown<>(Why.NOT_IN_VIEW) : names.find(name, namespace);
  }

  /**
   * What a policy is attached to.
   *
   * @return never absent because a Gateway lies in another namespace: most waypoints have the same name
   */
  public Answer<View> find(Reference target, Resource policy) {
    Names<View> names = byKind.get(kindOf(target));
    Text name = target.name();
    if (names == null || name == null || name.open()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    if (kindOf(target).equals("GatewayClass")) {
      return OWN_CLASSES.contains(name.value())
          ? new Unknown<>(Why.DECLARED_ELSEWHERE)
          : names.find(name.value(), NamespaceRef.ASSUMED);
    }
    return kindOf(target).equals("Gateway")
        ? names.find(name.value(), policy.namespace())
        : names.findUnqualified(name.value(), policy.namespace());
  }
}
