package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.HTTPLocalRateLimitPolicy;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** A policy refers to an object that does not exist: all of it is ignored. */
public final class UnknownPolicyReference extends MeshRule {
  private static final String GROUP = LinkerdPolicies.GROUP;

  /** What is looked up for each field: group and kind. Other kinds are refused, which is another mistake. */
  private static final List<List<String>> SERVERS = List.of(List.of(GROUP, "Server"));

  private static final List<List<String>> TARGETS =
      List.of(
          List.of(GROUP, "Server"),
          List.of(GROUP, "HTTPRoute"),
          List.of("gateway.networking.k8s.io", "HTTPRoute"),
          List.of("gateway.networking.k8s.io", "GRPCRoute"));

  private static final List<List<String>> AUTHENTICATIONS =
      List.of(List.of(GROUP, "MeshTLSAuthentication"), List.of(GROUP, "NetworkAuthentication"));

  public UnknownPolicyReference() {
    super("linkerd-unknown-policy-reference");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (AuthorizationPolicy policy : mesh.all(AuthorizationPolicy.class)) {
      check(policy.targetRef(), TARGETS, mesh, "the policy is ignored", out);
      for (Reference authentication : policy.requiredAuthenticationRefs()) {
        check(
            authentication,
            AUTHENTICATIONS,
            mesh,
            "the policy is ignored, and its target stays closed",
            out);
      }
    }
    for (HTTPLocalRateLimitPolicy policy : mesh.all(HTTPLocalRateLimitPolicy.class)) {
      check(policy.targetRef(), SERVERS, mesh, "nothing is limited", out);
    }
    for (ServerAuthorization authorization : mesh.all(ServerAuthorization.class)) {
      Text server = authorization.serverName();
      if (server != null) {
        NamespaceRef own = authorization.resource().namespace();
        report(server, GROUP, "Server", own, mesh, "nobody is admitted", out);
      }
    }
  }

  private static void check(
      Reference reference, List<List<String>> kinds, Mesh mesh, String effect, Findings out) {
    Text name = reference.name();
    Text namespace = reference.namespace();
    if (name == null || (namespace != null && namespace.open())) {
      return;
    }
    for (List<String> kind : kinds) {
      if (reference.isTo(kind.get(0), kind.get(1), "", "")) {
        NamespaceRef where =
            namespace == null
                ? reference.resource().namespace()
                : NamespaceRef.named(namespace.value());
        report(name, kind.get(0), kind.get(1), where, mesh, effect, out);
      }
    }
  }

  private static void report(
      Text name,
      String group,
      String kind,
      NamespaceRef namespace,
      Mesh mesh,
      String effect,
      Findings out) {
    if (mesh.linkerd().policies().find(group, kind, name, namespace)
        instanceof NotFound<Located> missing) {
      out.report(
          name,
          missing,
          "%s \"%s\" does not exist in namespace \"%s\": %s"
              .formatted(kind, name, namespace, effect));
    }
  }
}
