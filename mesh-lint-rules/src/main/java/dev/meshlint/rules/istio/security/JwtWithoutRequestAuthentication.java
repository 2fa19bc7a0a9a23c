package dev.meshlint.rules.istio.security;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.PodGroup;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** Something looks at what a token says where nobody reads tokens: it never matches. */
public final class JwtWithoutRequestAuthentication extends MeshRule {
  public JwtWithoutRequestAuthentication() {
    super("istio-jwt-without-request-authentication");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    mesh.all(AuthorizationPolicy.class).forEach(policy -> checkPolicy(policy, mesh, out));
    mesh.all(VirtualService.class).forEach(routes -> checkRoutes(routes, mesh, out));
  }

  private static void checkPolicy(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    List<Located> uses = policy.tokenUses();
    if (!uses.isEmpty()
        && mesh.requestTokens().checking(policy)
            instanceof NotFound<RequestAuthentication> missing) {
      out.report(
              uses.get(0),
              missing,
              "no RequestAuthentication for these workloads reads tokens: no request has a request principal")
          .as("policy");
      return;
    }
    for (Text principal : policy.requestPrincipals()) {
      if (mesh.requestTokens().accepting(policy, principal)
          instanceof NotFound<RequestAuthentication> missing) {
        out.report(
                principal,
                missing,
                "no RequestAuthentication here accepts tokens of this issuer: \"%s\" is never a request principal"
                    .formatted(principal))
            .as("issuer");
      }
    }
  }

  private static void checkRoutes(VirtualService routes, Mesh mesh, Findings out) {
    List<Text> claims = routes.claimMatches();
    if (claims.isEmpty()) {
      return;
    }
    for (Text reference : routes.gateways()) {
      for (View view : mesh.gateways().resolve(reference, routes.resource()).values()) {
        if (view instanceof Gateway gateway && check(gateway, claims.get(0), mesh, out)) {
          return;
        }
        if (view instanceof dev.meshlint.core.model.gatewayapi.Gateway gateway
            && mesh.requestTokens().checking(gateway)
                instanceof NotFound<RequestAuthentication> missing) {
          report(claims.get(0), missing, "the proxies of " + gateway.resource().title(), out);
          return;
        }
      }
    }
  }

  private static boolean check(Gateway gateway, Text claim, Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.gateways().workloads(gateway).values()) {
      if (mesh.requestTokens().checking(PodGroup.of(workload))
          instanceof NotFound<RequestAuthentication> missing) {
        String proxy =
            "%s, which serves gateway \"%s\","
                .formatted(workload.title(), gateway.resource().name());
        report(claim, missing, proxy, out);
        return true;
      }
    }
    return false;
  }

  private static void report(
      Text claim, NotFound<RequestAuthentication> missing, String proxy, Findings out) {
    out.report(
            claim,
            missing,
            "no RequestAuthentication for %s reads tokens: the route never matches"
                .formatted(proxy))
        .as("route");
  }
}
