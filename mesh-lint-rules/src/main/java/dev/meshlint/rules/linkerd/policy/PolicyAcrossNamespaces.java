package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.GRPCRoute;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.HTTPRoute;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** A policy for another namespace than its own, or a route of a Server in another namespace. */
public final class PolicyAcrossNamespaces extends MeshRule {
  public PolicyAcrossNamespaces() {
    super("linkerd-policy-across-namespaces");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (AuthorizationPolicy policy : mesh.all(AuthorizationPolicy.class)) {
      checkTarget(policy, out);
    }
    for (Class<? extends Route> type :
        List.of(
            HTTPRoute.class, dev.meshlint.core.model.gatewayapi.HTTPRoute.class, GRPCRoute.class)) {
      for (Route route : mesh.all(type)) {
        checkParents(route, out);
      }
    }
  }

  private static void checkTarget(AuthorizationPolicy policy, Findings out) {
    Reference target = policy.targetRef();
    Text name = target.name();
    NamespaceRef own = policy.resource().namespace();
    boolean namespace =
        target.isTo("", "Namespace", "", "") || target.isTo("core", "Namespace", "", "");
    if (namespace && name != null && isOther(name, own)) {
      out.report(
              name,
              "a policy of namespace \"%s\" cannot have namespace \"%s\" as target: it is refused"
                  .formatted(own, name))
          .as("target")
          .help("create the policy in the namespace that it is for")
          .fix(
              Fixes.replaceScalar(
                  "name the namespace \"" + own + "\"", false, name.node(), own.name()));
    }
  }

  private static void checkParents(Route route, Findings out) {
    for (Reference parent : route.parentRefs()) {
      Text namespace = parent.namespace();
      NamespaceRef own = route.resource().namespace();
      if (parent.isTo(LinkerdPolicies.GROUP, "Server", route.defaultParentGroup(), "Gateway")
          && namespace != null
          && isOther(namespace, own)) {
        out.report(
                namespace,
                "a route of namespace \"%s\" cannot have a Server of namespace \"%s\" as parent: the Server ignores it"
                    .formatted(own, namespace))
            .as("parent")
            .help("create the route in the namespace of the Server");
      }
    }
  }

  private static boolean isOther(Text name, NamespaceRef own) {
    return !name.open() && own.isNamed() && !own.name().equals(name.value());
  }
}
