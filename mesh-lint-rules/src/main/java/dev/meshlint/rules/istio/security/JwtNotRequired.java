package dev.meshlint.rules.istio.security;

import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** Tokens are checked, but nothing demands one: requests without a token pass. */
public final class JwtNotRequired extends ResourceRule<RequestAuthentication> {
  public JwtNotRequired() {
    super("istio-jwt-not-required", RequestAuthentication.class);
  }

  @Override
  public void check(RequestAuthentication policy, Mesh mesh, Findings out) {
    if (!policy.jwtRules().isEmpty()
        && mesh.requestTokens().demanding(policy)
            instanceof NotFound<AuthorizationPolicy> missing) {
      out.report(
          policy.spec().key("jwtRules"),
          missing,
          "no AuthorizationPolicy for these workloads asks for a request principal: requests without a token pass");
    }
  }
}
